using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DiscloseReport;

/// <summary>第十一条第一款第二句: the approved investigation report is published; by whom, which the text leaves open, the definition says.</summary>
[Stage("Accountability.DiscloseReport", Citation = "第十一条第一款第二句", IsFinal = true)]
public sealed class DiscloseReportStage : Stage<DiscloseReportForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Published"];

    /// <inheritdoc/>
    public override bool PublishesReport => true;

    /// <summary>第十一条第一款第二句: what this site has released by then is named, with its day and hash; nobody copies 64 digits by hand.</summary>
    public override object? FirstShown(CaseFile file, object? prefill)
    {
        if (file.ReleasedEdition is not { } edition)
            return prefill;
        var form = prefill as DiscloseReportForm ?? new DiscloseReportForm();
        return form with
        {
            PublicEdition = edition.Id, PublishedOn = form.PublishedOn ?? (edition.ReleasedAt is { } released ? BeijingTime.DayOf(released) : null),
            Edition = form.Edition.Length > 0 ? form.Edition : edition.Title ?? "", ProofHash = form.ProofHash ?? edition.Sha256,
        };
    }

    /// <summary>第十一条第一款第二句: the edition, the address and the proof; until the form is submitted the last two are always missing.</summary>
    public override Text? StillMissing(CaseFile file) => file.ReleasedEdition is { } released ? Text.Of<DiscloseReportStage>("Missing.Released", released.Number)
        : file.EditionInWork is { } inWork ? Text.Of<DiscloseReportStage>("Missing.InWork", inWork.Number) : Text.Of<DiscloseReportStage>("Missing.None");

    /// <summary>第十一条第一款第二句: 经批准后; the period counts from the approval, whenever that was entered.</summary>
    protected override Seat Assign(StageContext context) => base.Assign(context) with { DeadlineFrom = context.File.ApprovedOn };

    /// <summary>第十一条第一款第二句: after approval, with proof; the special report stays internal unless decided.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, DiscloseReportForm form) =>
    [
        DisclosureRules.FollowsApproval(context.File),
        DisclosureRules.IsPublishedInTime(context.File, form, context.Today),
        DisclosureRules.IsProved(form),
        DisclosureRules.WasReviewedBefore(form),
        DisclosureRules.WasReviewedByAnother(context, form),
        DisclosureRules.KeepsTheSpecialReport(form),
        DisclosureRules.NoEditionIsInWork(context.File),
        DisclosureRules.NamesTheReleasedEdition(context.File, form),
    ];

    /// <inheritdoc/>
    protected override string Decide(StageContext context, DiscloseReportForm form) => "Published";
}
