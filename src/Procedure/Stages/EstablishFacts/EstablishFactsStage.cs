using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Stages.EstablishFacts;

/// <summary>第九条第（一）项: the team establishes state, course and casualties, and has losses and ecological damage assessed.</summary>
[Stage("Accountability.EstablishFacts", Citation = "第九条第（一）项")]
public sealed class EstablishFactsStage : SectionStage<EstablishFactsForm>
{
    /// <summary>第九条第（一）项: the figures of the lead are where the team begins.</summary>
    protected override EstablishFactsForm? First(StageContext context) => context.File.Latest<RegisterLeadForm>() is { } lead
        ? new EstablishFactsForm { Event = lead.Event with { DirectLoss = null } } : null;

    /// <summary>第九条第（一）项: a course of events, and an answer to each of the three assessments.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, EstablishFactsForm draft) =>
    [
        FactRules.HasACourse(draft),
        FactRules.CourseIsPast(draft, context.Today),
        FactRules.DirectLossIsStatedOnce(draft),
        FactRules.IsAssessed(draft.DirectLoss, nameof(draft.DirectLoss)),
        FactRules.IsAssessed(draft.IndirectLoss, nameof(draft.IndirectLoss)),
        FactRules.IsAssessed(draft.EcologicalDamage, nameof(draft.EcologicalDamage)),
        .. new[] { (draft.DirectLoss, nameof(draft.DirectLoss)), (draft.IndirectLoss, nameof(draft.IndirectLoss)), (draft.EcologicalDamage, nameof(draft.EcologicalDamage)) }
            .Where(loss => !(draft.Event.DirectLoss < 0)).Select(loss => FactRules.IsPlausible(loss.Item1, context.File.Latest<RegisterLeadForm>()?.ActsFrom, loss.Item2)),
        StatedEventRules.IsReadable(draft.Event, context.File.Scale),
        StatedEventRules.DeathsAreAPartOfAll(draft.Event),
    ];

    /// <summary>第十六条第一款: the established figures decide the level anew; the government is told when it changes.</summary>
    protected override void SignedOff(StageContext context, EstablishFactsForm section)
    {
        var file = context.File;
        if (file.Level is null && section.Event.SaysNothing())
            return;
        var level = section.Counted().Classify(file.Scale).Level?.Symbol();
        if (level != file.Level)
            file.Notify(new Recipient(Roles.Government),
                Text.Of<EstablishFactsStage>("Notice.LevelChanged", file.Number, file.Level ?? "—", level), context.Now);
        file.Level = level;
    }
}
