using System.Text.Json.Nodes;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner;

/// <summary>A case script as read: nothing in it is unknown to the site.</summary>
internal sealed record Script(string Name, string Title, DateTimeOffset Begins, IReadOnlyList<Step> Steps, JsonObject Expect)
{
    /// <summary>The name of a case that the script did not name.</summary>
    public const string OnlyCase = "case";
}

/// <summary>One step of a script.</summary>
/// <param name="Path">Where it stands in the script, for messages: <c>$.steps[3]</c>.</param>
/// <param name="Case">Which of the script's cases it is about.</param>
internal abstract record Step(string Path, string Case);

/// <summary>An official opens a case file.</summary>
internal sealed record Start(string Path, string Case, string As, string Title, string Definition, JsonObject Expect) : Step(Path, Case);

/// <summary>The government opens the cooperation track of a case.</summary>
internal sealed record OpenTrack(string Path, string Case, string As, JsonObject Expect) : Step(Path, Case);

/// <summary>An official submits the form of a work item.</summary>
internal sealed record Act(
    string Path, string Case, string As, Stage Stage, string? Seat, string? About, IReadOnlyList<Field> Fields, JsonObject Expect)
    : Step(Path, Case);

/// <summary>A field of a form by its path, with what is typed into it.</summary>
internal sealed record Field(string Path, string Text);

/// <summary>An official makes an entry in the ledgers of a case.</summary>
internal sealed record Enter(string Path, string Case, string As, EntryKind Kind, IReadOnlyList<Field> Fields, JsonObject Expect) : Step(Path, Case);

/// <summary>An official drafts, sends, signs or voids an official document of a case; the newest of its kind.</summary>
internal sealed record Write(string Path, string Case, string As, string Kind, PaperAct Act, IReadOnlyList<Field> Fields, JsonObject Expect) : Step(Path, Case);

/// <summary>An official prepares, releases or withdraws the public edition of a case; the newest.</summary>
internal sealed record Disclose(string Path, string Case, string As, EditionAct Act, IReadOnlyList<Field> Fields, JsonObject Expect) : Step(Path, Case);

/// <summary>What is done with an official document.</summary>
internal enum PaperAct
{
    Draft,
    Send,
    Sign,
    Void,
}

/// <summary>What is done with a public edition.</summary>
internal enum EditionAct
{
    Prepare,
    Release,
    Withdraw,
}

/// <summary>The clock moves on.</summary>
internal sealed record Wait(string Path, ClockMove Move) : Step(Path, Script.OnlyCase);

/// <summary>An official looks at a page.</summary>
internal sealed record Look(
    string Path, string Case, string As, LookedAt Page, Stage? Stage, string? Seat, IReadOnlyList<string> Sees,
    IReadOnlyList<string> DoesNotSee, JsonObject Expect) : Step(Path, Case);

/// <summary>What the case file must look like at this point.</summary>
internal sealed record Check(string Path, string Case, JsonObject Expect) : Step(Path, Case);

/// <summary>The pages that a script looks at.</summary>
internal enum LookedAt
{
    Case,
    Inbox,
    Notices,
    Item,
}

/// <summary>The script cannot be played; the message lists every fault with its place.</summary>
internal sealed class UnusableScriptException(string message) : Exception(message);
