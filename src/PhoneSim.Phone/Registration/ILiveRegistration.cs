namespace PhoneSim.Phone.Registration;

/// <summary>A registration that stands. Disposing it closes the connection and says nothing; <see cref="UnregisterAsync"/> comes before.</summary>
public interface ILiveRegistration : IAsyncDisposable
{
    /// <summary>Refreshes, keeps alive and listens, until the registration is lost.</summary>
    /// <returns>Why it was lost.</returns>
    /// <exception cref="OperationCanceledException"/>
    Task<RegistrationAttempt> KeepAsync(CancellationToken cancellation);

    /// <summary>Takes leave of the call manager, within the settings' deadline; a silent one is no failure.</summary>
    Task UnregisterAsync();
}
