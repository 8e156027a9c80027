using System.Globalization;
using System.Reflection;
using System.Text.Json;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Workflows;

namespace WorkflowAccountability.Procedure.Play;

/// <summary>What a step of a script wants done.</summary>
internal enum ScriptKind
{
    /// <summary>Open a case.</summary>
    Start,

    /// <summary>Submit a form.</summary>
    Act,

    /// <summary>Let time pass.</summary>
    Wait,

    /// <summary>Open the track of a superior's inquiry.</summary>
    Track,

    /// <summary>Look at a page, or hold the file against something: nothing that moves a case.</summary>
    Look,
}

/// <summary>A step of a script.</summary>
/// <param name="Path">Where it stands in the script: <c>$.steps[3]</c>.</param>
/// <param name="At">When the script plays it, as far as its clock tells.</param>
/// <param name="Case">Which of the script's cases it is about.</param>
internal sealed record ScriptStep(string Path, ScriptKind Kind, DateTimeOffset At, string Case)
{
    public string As { get; init; } = "";
    public string Title { get; init; } = "";
    public string Definition { get; init; } = "";

    /// <summary>The activity type, in full.</summary>
    public string Stage { get; init; } = "";

    public string? Seat { get; init; }
    public string? About { get; init; }
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>What it expects: 303 done, 422 refused, 404 not his, 409 too late.</summary>
    public int Status { get; init; } = 303;
}

/// <summary>A case script (its grammar: <c>tests/cases/README.md</c>): a matter from its lead to its file in the archive, step by step.</summary>
internal sealed record PlayScript(string Title, DateTimeOffset Begins, IReadOnlyList<ScriptStep> Steps)
{
    private const int Deepest = 32;

    private static readonly Lazy<PlayScript> example = new(ReadExample);

    /// <summary>The invented case that comes with the site: no returns, one of everything.</summary>
    public static PlayScript Example => example.Value;

    /// <summary>The first step that submits this item's form and expects it to be taken; null where there is none.</summary>
    public ScriptStep? StepFor(WorkItems.WorkItem item) =>
        Steps.FirstOrDefault(step => step is { Kind: ScriptKind.Act, Status: 303 } && step.Stage == item.StageType && step.Seat == item.Seat && (step.About is null || step.About == item.About))
        ?? Steps.FirstOrDefault(step => step is { Kind: ScriptKind.Act, Status: 303, Seat: null } && step.Stage == item.StageType);

    /// <summary>The same script begun on another day.</summary>
    public PlayScript From(DateTimeOffset begins)
    {
        var later = begins - Begins;
        var days = BeijingTime.DayOf(begins).DayNumber - BeijingTime.DayOf(Begins).DayNumber;
        return this with { Begins = begins, Steps = [.. Steps.Select(step => step with { At = step.At + later, Fields = [.. Moved(step.Fields, day => day.AddDays(days))] })] };
    }

    /// <summary>Reads one; a script that cannot be played has faults, each with its place.</summary>
    public static (PlayScript? Script, IReadOnlyList<string> Faults) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = Deepest });
            var reader = new ScriptReader();
            var script = reader.Read(document.RootElement);
            return reader.Faults.Count == 0 ? (script, []) : (null, reader.Faults);
        }
        catch (JsonException broken)
        {
            return (null, [FaultWords.Of(json, broken, Deepest).ToString()]);
        }
    }

    private static PlayScript ReadExample()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("WorkflowAccountability.Procedure.Play/example-case.json")!;
        using var text = new StreamReader(stream);
        return Read(text.ReadToEnd()) is ({ } script, _) ? script : throw new InvalidOperationException("The example case cannot be read.");
    }

    /// <summary>Values with every day moved.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Moved(IEnumerable<KeyValuePair<string, string>> fields, Func<DateOnly, DateOnly> move) => fields.Select(field =>
        DateOnly.TryParseExact(field.Value, "yyyy-MM-dd", out var day)
            ? KeyValuePair.Create(field.Key, move(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : field);
}
