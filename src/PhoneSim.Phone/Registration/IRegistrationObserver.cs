namespace PhoneSim.Phone.Registration;

/// <summary>Told by a registration on the phone's own loop.</summary>
public interface IRegistrationObserver
{
    void Progressed(RegistrationStep step);

    void Commanded(RegistrationCommand command);
}
