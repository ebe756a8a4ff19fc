namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>One thing a TFTP server does wrong.</summary>
public enum TftpFault
{
    None,
    SilentForCtl,
    WrongErrorForAbsent,
    AnswersFromItsPort,
    ListensToAnybody,
    NeverRetransmits,
    ChangesFiles,
    RaisesBlockSize,
    WrongTransferSize,
    ChangesTimeout,
    EchoesUnknownOptions,
    Traverses,
    TakesWrites,
    DiesOfGarbage,
    WrapsToOne,
    FewTransfers,
}
