namespace PhoneSim.Evidence.Explain;

/// <summary>What a file is for, told by its name; configurations in the order in which phones ask them.</summary>
internal enum FileRole
{
    Other,
    Ctl,
    Itl,
    SharedItl,
    Encrypted,
    Signed,
    Plain,
    Default,
}
