using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Ledgers.Determination;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.Stages.EstablishFacts;
using WorkflowAccountability.Procedure.Stages.LaunchInvestigation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Cases.Level;

/// <summary>第十六条第一款: the level of a case with all that it stands on.</summary>
/// <param name="Stated">The event whose figures count: the established ones, before that the reported ones; null before there is a lead.</param>
/// <param name="Scale">The scale that the regulation names, of the day of the acts.</param>
/// <param name="Computed">What that scale makes of the event; null where the lead reports none.</param>
/// <param name="Beside">The other official scales of that day with their answers; they decide nothing here.</param>
/// <param name="Determined">The level determined last, at the launch or after it; null before it, or where none was.</param>
/// <param name="History">How it came to be what it is, oldest first.</param>
public sealed record LevelOfCase(
    StatedEvent? Stated, RuleSet Scale, Classification? Computed, IReadOnlyList<(RuleSet Scale, Classification Answer)> Beside, EventLevel? Determined,
    string? DeterminedBecause, IReadOnlyList<LevelLine> History)
{
    /// <summary>The level that counts: as determined, else as computed.</summary>
    public EventLevel? InForce => Determined ?? Computed?.Level;

    /// <summary>Whether the determined level is another than the scale gives.</summary>
    public bool Differs => Determined is not null && Computed?.Level is { } level && level != Determined;

    /// <summary>Reads it from a case.</summary>
    /// <param name="audit">The entries by which rules were taken over.</param>
    [Clause("第十六条第一款")]
    public static LevelOfCase Of(CaseFile file, IEnumerable<AuditEntry> audit)
    {
        var (lead, launch, anew, changes) = (file.Latest<RegisterLeadForm>(), file.Latest<LaunchInvestigationForm>(), file.Determined(), ScaleChange.In(audit));
        var stated = SignedFacts(file).LastOrDefault().Draft?.Read<EstablishFactsForm>().Counted() ?? lead?.Event;
        var isEvent = stated is not null && (file.Level is not null || !stated.SaysNothing());
        return new LevelOfCase(
            stated, file.Scale, isEvent ? stated!.Classify(file.Scale) : null,
            isEvent ? [.. file.Rules.Scales.Comparisons(file.ActsOn(lead)).Select(scale => (scale, stated!.Classify(scale)))] : [],
            EventLevels.Parse(anew?.Level ?? launch?.OfficialLevel), anew?.Reasons ?? launch?.LevelReason,
            [.. Reported(file, changes).Concat(DeterminedIn(file)).Concat(DeterminedAnew(file)).Concat(Established(file, changes)).Concat(changes.Select(change => change.Line)).OrderBy(line => line.At)]);
    }

    /// <summary>What met the scale, in words.</summary>
    public static string Words(Classification answer) => answer.Matches.Count == 0
        ? Text.Of<LevelTexts>("None.Met").ToString() : string.Join("；", answer.Matches.Select(match => $"{match.Label} {match.Stated}（{match.Level.Symbol()}）"));

    private static IEnumerable<LevelLine> Reported(CaseFile file, IReadOnlyList<ScaleChange> changes) => Of<RegisterLeadForm>(file)
        .Select(row => (row, Lead: row.Read<RegisterLeadForm>()))
        .Where(each => !each.Lead.Event.SaysNothing() || each.Lead.Grounds.Exists(ground => ground.Item == LaunchGround.PollutionEvent))
        .Select(each => Computation(LevelStep.Reported, each.row, each.Lead.Event.Classify(ScaleThen(file, changes, each.row.At, each.Lead))));

    private static IEnumerable<LevelLine> Established(CaseFile file, IReadOnlyList<ScaleChange> changes)
    {
        // As the stage does: a matter that is no event does not become one by empty figures.
        var isEvent = Reported(file, changes).Any();
        foreach (var (draft, signed) in SignedFacts(file))
        {
            var stated = draft.Read<EstablishFactsForm>().Counted();
            isEvent |= !draft.Read<EstablishFactsForm>().Event.SaysNothing();
            if (isEvent)
                yield return Computation(LevelStep.Established, signed, stated.Classify(ScaleThen(file, changes, signed.At, file.Latest<RegisterLeadForm>())));
        }
    }

    private static IEnumerable<LevelLine> DeterminedIn(CaseFile file) => Of<LaunchInvestigationForm>(file)
        .Select(row => (row, Launch: row.Read<LaunchInvestigationForm>())).Where(each => each.Launch.OfficialLevel is not null)
        .Select(each => new LevelLine(each.row.At, LevelStep.Determined, each.Launch.OfficialLevel, By(each.row), each.Launch.LevelReason ?? ""));

    private static IEnumerable<LevelLine> DeterminedAnew(CaseFile file) => file.EntriesOf<DetermineLevelForm>(DetermineLevel.Named).Select(row => new LevelLine(
        row.Entry.At, LevelStep.DeterminedAnew, row.Form.Level, row.Entry.PersonText, string.Join("；", new[]
        {
            $"{row.Form.Reasons}（{row.Form.DocumentNumber}，{row.Form.DecidedOn:yyyy-MM-dd}）", row.Form.WhatOfTheGround,
        }.Where(words => !string.IsNullOrWhiteSpace(words)))));

    private static LevelLine Computation(LevelStep step, Submission row, Classification answer) => new(row.At, step, answer.Level?.Symbol(), By(row), Words(answer));

    private static string By(Submission row) => $"{row.PostText} {row.PersonName}";

    private static RuleSet ScaleThen(CaseFile file, IReadOnlyList<ScaleChange> changes, DateTimeOffset at, RegisterLeadForm? lead) =>
        file.Book.At(file.RuleEdition, [.. changes.Where(change => change.Line.At <= at).Select(change => change.Edition).Where(file.AdoptedRules.Contains)])
            .Scales.Deciding(file.ActsOn(lead));

    private static IEnumerable<(Submission Draft, Submission Signed)> SignedFacts(CaseFile file) => Of<SectionSignOffForm>(file)
        .Where(row => row.Read<SectionSignOffForm>().Decision is SectionDecision.SignedOff)
        .Select(signed => (Draft: Of<EstablishFactsForm>(file).LastOrDefault(row => row.ActivityInstanceId == signed.ActivityInstanceId && row.Sequence < signed.Sequence), signed))
        .Where(pair => pair.Draft is not null).Select(pair => (pair.Draft!, pair.signed));

    private static IEnumerable<Submission> Of<TForm>(CaseFile file) => file.Submissions.Where(row => row.FormName == typeof(TForm).Name).OrderBy(row => row.Sequence);
}
