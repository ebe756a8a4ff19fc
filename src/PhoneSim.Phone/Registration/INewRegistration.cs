namespace PhoneSim.Phone.Registration;

/// <summary>A registration that is not made yet.</summary>
internal interface INewRegistration : ILiveRegistration
{
    /// <exception cref="OperationCanceledException"/>
    Task<RegistrationAttempt> RegisterAsync(CancellationToken cancellation);
}
