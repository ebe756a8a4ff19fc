namespace PhoneSim.Fleet.Loop;

/// <summary>Something that waits. Its time may move on while it waits; it is asked only when it is reached.</summary>
internal interface ILoopTimer
{
    /// <summary>A timestamp of the loop's clock; <see cref="long.MaxValue"/>: nothing is awaited any more.</summary>
    long DueAt { get; }

    /// <summary>Called on the loop's thread at or after <see cref="DueAt"/>.</summary>
    void OnDue();
}
