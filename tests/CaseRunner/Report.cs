using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;

namespace WorkflowAccountability.CaseRunner;

/// <summary>What was played and what it led to: no id that differs from run to run, so every database gives the same bytes.</summary>
internal sealed class Report(Script script)
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public List<StepReport> Steps { get; } = [];

    public Dictionary<string, CaseFacts> Cases { get; } = [];

    /// <summary>The first difference; null where all held.</summary>
    public string? Difference { get; set; }

    public static string Write(IReadOnlyList<Report> reports, Coverage coverage) => JsonSerializer.Serialize(new
    {
        Scripts = reports.Select(report => report.Whole()), Coverage = coverage.ToString(), NotVisited = coverage.Missing,
    }, Options) + "\n";

    private object Whole() => new { Script = script.Name, script.Title, Difference, Steps, Cases };
}

/// <summary>One step: who did what, under which clause, and how the site answered.</summary>
internal sealed record StepReport(string Step, DateTimeOffset Moment, string As)
{
    [JsonIgnore]
    public DateTimeOffset Moment { get; } = Moment;

    public string At => BeijingTime.Shown(Moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    public string Actor => OrganisationDirectory.Shipped.ActorOf(As, Moment) is var actor ? $"{actor.PostText} {actor.Name}" : "";

    public required string Stage { get; init; }
    public string? Seat { get; init; }
    public string? About { get; init; }
    public string? Citation { get; init; }
    public object? Answer { get; init; }
    public IReadOnlyList<string>? Sees { get; init; }
    public IReadOnlyList<string>? DoesNotSee { get; init; }
}
