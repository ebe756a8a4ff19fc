namespace PhoneSim.Fleet.Load;

/// <summary>Which phone of one loop starts next, and when.</summary>
internal interface IStarter
{
    /// <summary>Timestamp of the next start as far as it is known; <see cref="long.MaxValue"/>: none, or none before a phone under way is done.</summary>
    long Next { get; }

    /// <summary>No further start will come, whatever the phones under way do.</summary>
    bool IsDone { get; }

    /// <summary>The phone whose turn has come, with its intended start.</summary>
    (FleetPhone Phone, long Intended)? Take(long now);

    /// <summary>The phone came to rest.</summary>
    void Rested(FleetPhone phone, long now);
}
