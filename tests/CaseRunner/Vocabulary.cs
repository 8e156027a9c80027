using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Ledgers;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Every word that a script may use for somebody or something of the site, and what to say of a word that is none.</summary>
internal sealed class Vocabulary(StageCatalog stages)
{
    /// <summary>What stands before a stage's name in the definitions.</summary>
    public const string StagePrefix = "Accountability.";

    public static readonly IReadOnlyList<string> Definitions = ["accountability-procedure", OpenSuperiorTrack.Definition];

    private readonly OrganisationDirectory directory = OrganisationDirectory.Shipped;

    public IReadOnlyList<string> Stages { get; } = [.. stages.All.Select(stage => stage.About.Type[StagePrefix.Length..])];

    public static IReadOnlyList<string> RuleSets { get; } = [.. ClassificationScales.Shipped.RuleSets.Select(rules => rules.Id)];

    /// <summary>The criteria of the scales, under which a script states the facts of an event.</summary>
    public static IReadOnlyList<string> Criteria { get; } =
        [.. ClassificationScales.Shipped.RuleSets.SelectMany(rules => rules.Criteria.Select(criterion => criterion.Id)).Distinct()];

    public static IReadOnlyList<string> Measures { get; } =
        [.. MeasureCatalogue.Shipped.Measures.Select(measure => measure.Code).Distinct()];

    /// <summary>What can be entered in the ledgers of a case.</summary>
    public static IReadOnlyList<string> Entries { get; } = [.. EntryCatalog.All.Select(kind => kind.Name)];

    /// <summary>The kinds of official documents.</summary>
    public static IReadOnlyList<string> Papers { get; } = [.. PaperKind.All.Select(kind => kind.Code)];

    /// <summary>What a script says when a document is made void or an edition withdrawn; their texts stay as the system composed them.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["Reason"];

    public Stage? Find(string stage) => Stages.Contains(stage) ? stages[StagePrefix + stage] : null;

    public string? FaultOfPerson(string id) => directory.KnowsPerson(id) ? null : $"unknown person '{id}'; the people are in people.json.";

    public string? FaultOfOrganisation(string id) =>
        directory.KnowsOrganisation(id) ? null : $"unknown organisation '{id}'; the organisations are in organisations.json.";

    public static string? FaultOfRole(string code) => FaultOf("role", code, [.. Roles.All.Select(role => role.Code)]);

    public static string? FaultOf(string what, string word, IReadOnlyCollection<string> known) =>
        known.Contains(word) ? null : $"unknown {what} '{word}'; known: {string.Join(", ", known)}.";

    /// <summary>A seat is named beside its stage (<c>supply:2</c> is a <c>supply</c>), or is a body's role, or a measure.</summary>
    public static string? FaultOfSeat(Stage stage, string seat) =>
        stage.SeatName(seat) is not null || stage.SeatName(seat.Split(':')[0]) is not null || Roles.Knows(seat)
        || (seat.StartsWith('M') && int.TryParse(seat[1..], out _))
            ? null : $"unknown seat '{seat}' of {stage.About.Type}.";

    /// <summary>Who something goes to: <c>ROLE</c>, <c>ROLE@organisation</c>, a person, <c>team:Investigation</c> …</summary>
    public string? FaultOfAddress(string to) => to switch
    {
        _ when to.StartsWith("team:", StringComparison.Ordinal) => FaultOf("team", to["team:".Length..], Enum.GetNames<TeamKind>()),
        _ when to.Split('@') is [var role, var organisation] => FaultOfRole(role) ?? FaultOfOrganisation(organisation),
        _ when to.Any(char.IsAsciiLetterUpper) => FaultOfRole(to),
        _ => FaultOfPerson(to),
    };

    /// <summary>A stage that was left: <c>ApproveTeam: Approved</c>.</summary>
    public string? FaultOfPassage(string passage) => passage.Split(": ") is [var stage, var outcome]
        ? FaultOf("stage", stage, Stages) ?? FaultOf("outcome", outcome, [.. Find(stage)!.Outcomes])
        : $"'{passage}' is no passage of a stage; write 'Stage: Outcome'.";
}
