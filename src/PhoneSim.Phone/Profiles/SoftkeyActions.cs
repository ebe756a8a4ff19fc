namespace PhoneSim.Phone.Profiles;

public enum SoftkeyAction
{
    None,
    Select,
    Exit,
    Accept,
    Cancel,
    DeleteLeft,
    Erase,
    More,
    Update,
    Stop,
    Clear,
    Revert,
    ToggleEntryMode,
    Save,
    Reset,
    Yes,
    No,
    Continue,
}

/// <summary>The closed vocabulary of softkey labels (shared/spec/phone-ui.md 1) and what each does. Select and Accept are the seed's; Stop, Number and Alpha ours; the others documented.</summary>
public static class SoftkeyActions
{
    private static readonly Dictionary<string, SoftkeyAction> ByLabel = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Select"] = SoftkeyAction.Select, ["Enter"] = SoftkeyAction.Accept, ["Edit"] = SoftkeyAction.Select,
        ["Exit"] = SoftkeyAction.Exit, ["Back"] = SoftkeyAction.Exit,
        ["Accept"] = SoftkeyAction.Accept, ["Apply"] = SoftkeyAction.Accept, ["Submit"] = SoftkeyAction.Accept, ["Sign-In"] = SoftkeyAction.Accept, ["Validate"] = SoftkeyAction.Accept,
        ["Cancel"] = SoftkeyAction.Cancel, ["<<"] = SoftkeyAction.DeleteLeft, ["Erase"] = SoftkeyAction.Erase, ["more"] = SoftkeyAction.More, ["More..."] = SoftkeyAction.More,
        ["Update"] = SoftkeyAction.Update, ["Stop"] = SoftkeyAction.Stop, ["Clear"] = SoftkeyAction.Clear, ["Revert"] = SoftkeyAction.Revert,
        ["Number"] = SoftkeyAction.ToggleEntryMode, ["Alpha"] = SoftkeyAction.ToggleEntryMode, ["Save"] = SoftkeyAction.Save, ["Reset"] = SoftkeyAction.Reset,
        ["Change"] = SoftkeyAction.Select, ["Yes"] = SoftkeyAction.Yes, ["No"] = SoftkeyAction.No, ["Continue"] = SoftkeyAction.Continue,
    };

    /// <param name="label">Number or Alpha.</param>
    public static string OtherMode(string label) => label.Equals("Number", StringComparison.OrdinalIgnoreCase) ? "Alpha" : "Number";

    public static IEnumerable<string> Labels => ByLabel.Keys;

    public static SoftkeyAction Of(string label) => ByLabel.GetValueOrDefault(label);
}
