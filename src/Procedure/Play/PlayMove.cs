namespace WorkflowAccountability.Procedure.Play;

/// <summary>What was done in a sandbox. A sandbox that is played again with all moves but the last stands where it stood before that one.</summary>
internal abstract record PlayMove
{
    /// <summary>Who makes it; nobody where only time passes.</summary>
    public string Who => this switch
    {
        Open open => open.PersonId,
        OpenTrack track => track.PersonId,
        Submit submit => submit.PersonId,
        Attach file => file.PersonId,
        _ => "",
    };

    /// <summary>Somebody opens a case.</summary>
    internal sealed record Open(string PersonId, string Title, string Definition, string Name) : PlayMove;

    /// <summary>第七条第二句: the government opens the track of a superior's inquiry.</summary>
    internal sealed record OpenTrack(string PersonId) : PlayMove;

    /// <summary>Somebody submits the form of a work item.</summary>
    internal sealed record Submit(string PersonId, string ItemId, IReadOnlyList<KeyValuePair<string, string>> Fields) : PlayMove;

    /// <summary>A file is put beside a form; it is handed in with it.</summary>
    internal sealed record Attach(string PersonId, string ItemId, string FileName, byte[] Content) : PlayMove;

    /// <summary>Time passes.</summary>
    internal sealed record Pass(DateTimeOffset To) : PlayMove;
}
