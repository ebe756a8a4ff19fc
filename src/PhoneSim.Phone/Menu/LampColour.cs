namespace PhoneSim.Phone.Menu;

public enum LampColour
{
    Green,
    Amber,
    Red,
}
