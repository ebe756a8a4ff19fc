using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>A scrolling list of rows, opened by navigation or by their number.</summary>
internal sealed class ListPage : MenuPage
{
    private readonly RowActions rows;
    private int selected;

    public ListPage(MenuContext menu, MenuNode node)
        : base(menu, node)
    {
        rows = new(menu, savesAtOnce: !Softkeys.Has(SoftkeyAction.Save));
        if (node.Children.Any(child => child.Kind == MenuKinds.AlternateTftp))
            menu.Network.Load();
    }

    private IReadOnlyList<ScreenRow> Rows =>
        [.. Node.Children.Select(child => new ScreenRow(child.Label, rows.ValueOf(child), RowActions.IsOpenable(child))), .. TrustFileRows.Of(Menu, Node)];

    /// <summary>Null: a row that nothing can be done with.</summary>
    private MenuNode? Current => selected < Node.Children.Count ? Node.Children[selected] : null;

    public override PressResult Navigate(NavigationKey key) => key switch
    {
        NavigationKey.Up => Move(-1),
        NavigationKey.Down => Move(1),
        NavigationKey.Select => OpenCurrent(),
        NavigationKey.Back => Close(),
        _ => KeyNames.Of(key) == Menu.Profile.Menu.OpenKey ? OpenFirst() : PressResult.NothingToDo,
    };

    public override PressResult PressDigit(char symbol)
    {
        int index = symbol - '1';
        if (index < 0 || index >= Rows.Count)
            return PressResult.NoSuchRow;
        selected = index;
        return OpenCurrent();
    }

    protected override PressResult Act(SoftkeyAction action) => action switch
    {
        SoftkeyAction.Select or SoftkeyAction.Accept or SoftkeyAction.Reset => OpenCurrent(),
        SoftkeyAction.Update when Menu.Host.IsUpdatingLsc => StopLsc(),
        SoftkeyAction.Update => Current?.Kind == MenuKinds.Lsc ? OpenCurrent() : OnlyShown(),
        SoftkeyAction.Exit or SoftkeyAction.Cancel => Close(),
        SoftkeyAction.Erase => rows.EraseTrustLists(Node),
        SoftkeyAction.Save => rows.SaveNetwork(Node),
        _ => PressResult.NothingToDo,
    };

    protected override ScreenSnapshot Draw(ScreenSnapshot frame) => frame with
    {
        Rows = Rows,
        Selected = Rows.Count == 0 ? null : selected,
        Numbered = true,
        Softkeys = WithStop(frame.Softkeys),
    };

    /// <summary>While a session runs, Stop stands in the place of Update (shared/spec/phone-ui.md 5.1).</summary>
    private IReadOnlyList<string> WithStop(IReadOnlyList<string> labels) =>
        Menu.Host.IsUpdatingLsc ? [.. labels.Select(label => SoftkeyActions.Of(label) == SoftkeyAction.Update ? Menu.Text(Texts.SoftkeyStop) : label)] : labels;

    private PressResult StopLsc()
    {
        Menu.Host.StopLsc();
        return PressResult.Done;
    }

    private PressResult OpenCurrent() => Current is { } row ? rows.Open(row) : OnlyShown();

    private PressResult OnlyShown() => Menu.Answer(Texts.RowOnlyShown, PressResult.NothingToDo);

    /// <summary>The arrow that opened the tree, pressed again, goes on (8821: left, left is Settings).</summary>
    private PressResult OpenFirst() => Node == Menu.Root ? rows.Open(Node.Children[0]) : PressResult.NothingToDo;

    private PressResult Move(int by)
    {
        if (selected + by < 0 || selected + by >= Rows.Count)
            return PressResult.NothingToDo;
        selected += by;
        return PressResult.Done;
    }
}
