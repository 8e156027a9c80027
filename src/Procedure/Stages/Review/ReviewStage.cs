using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers.Kinds;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.Review;

/// <summary>
/// 第十一条第一款第一句: one of the two bodies that review and approve the submitted text. The second approval of the same text decides
/// the measures; a return by either makes the other's key lapse.
/// </summary>
/// <typeparam name="TOwn">This body's form.</typeparam>
/// <typeparam name="TOther">The other body's form.</typeparam>
public abstract class ReviewStage<TOwn, TOther> : Stage<TOwn> where TOwn : ReviewForm, new() where TOther : ReviewForm
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Approved", "Returned"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outputs => [Approved, "hasMeasures"];

    /// <summary>第十一条第一款第二句: the special report, and 第十条第二句: what the consulted bodies said, are laid before both bodies.</summary>
    public override IReadOnlyList<string> LaysBefore => ["Accountability.ReleaseSpecialReport", "Accountability.ConsultDiscipline"];

    /// <inheritdoc/>
    public override bool DecidesOnReports => true;

    /// <summary>第十条第一句: what concerns the supervision team's opinions and report is read by that team and by the two bodies only.</summary>
    public override object OutsideTheWall(object form) => (ReviewForm)form with
    {
        SpecialReportRemarks = null,
        SpecialReport = null,
        SpecialReportSha256 = null,
        Decisions = [.. ((ReviewForm)form).Decisions.Where(row => !Proposal.IsSupervisions(row.ProposalId))],
    };

    /// <summary>第十一条第一款第一句: either body has the submitted text revised.</summary>
    public override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) =>
        [new("Returned", "Outcome.Returned", new TOwn { Decision = Approval.Returned, Remarks = words })];

    /// <summary>The role of this body: the clause names it.</summary>
    protected abstract string Body { get; }

    /// <summary>The role of the other body.</summary>
    protected abstract string OtherBody { get; }

    /// <summary>The output that tells whether this body approved.</summary>
    protected abstract string Approved { get; }

    /// <summary>第十一条第一款第一句: the body finds one row for every proposal.</summary>
    protected override Seat Assign(StageContext context) => base.Assign(context) with
    {
        To = Candidate.OfRole(About.Only(context.Inputs.Role, Body)),
        Prefill = new TOwn
        {
            Report = context.File.SubmittedReport?.Name, ReportSha256 = context.File.SubmittedReport?.Sha256,
            SpecialReport = context.File.SubmittedSpecialReport?.Name, SpecialReportSha256 = context.File.SubmittedSpecialReport?.Sha256,
            Decisions = [.. context.File.Proposals().Select(RowOf)],
        },
    };

    /// <summary>第十一条第一款: a return says why; an approval is on record, complete, consulted on, and by another hand than the other key.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, TOwn form) =>
    [
        ReviewRules.ReviewerIsNoParty(context.File, context.Actor),
        .. form.IsApproved ? ApprovalRules(context, form) : [ReviewRules.ReturnSaysWhy(form)],
    ];

    /// <summary>第十一条第一款第一句: the second key of the same text decides; a return goes to whoever wrote it and ends the other review.</summary>
    protected override void Apply(StageContext context, TOwn form)
    {
        if (!form.IsApproved)
            Return(context, form);
        else if (!context.File.IsApproved)
            TellLeadAndSupervision(context, "Notice.Approved");
        else
            Decided(context);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, TOwn form) => form.Decision!.Value.ToString();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object?> OutputsOf(StageContext context, TOwn form) =>
        new Dictionary<string, object?> { [Approved] = form.IsApproved, ["hasMeasures"] = context.File.Measures.Count > 0 };

    private static IEnumerable<Ruling> ApprovalRules(StageContext context, TOwn form)
    {
        var proposals = context.File.Proposals();
        return
        [
            ReviewRules.KeysAreInTwoHands(context.File.KeyOf<TOther>(), context.Actor),
            ReviewRules.DecidesOnTheLockedText(context.File, nameof(InvestigationReport), form.ReportSha256),
            ReviewRules.DecidesOnTheLockedText(context.File, nameof(SpecialReport), form.SpecialReportSha256),
            ReviewRules.KeysAreOfOneText(form, context.File.KeyOf<TOther>()?.Read<TOther>()),
            ReviewRules.ApprovalIsOnRecord(form, context.Today),
            ReviewRules.FollowsTheTeam(context.File, form),
            ReviewRules.DecidesEveryProposal(form, proposals),
            .. form.Decisions.Select(ReviewRules.SaysItInWords),
            .. proposals.Select(proposal => ReviewRules.WasConsultedOn(context.File, proposal, context.Today)),
            ReviewRules.SpecialReportCameToo(context.File),
        ];
    }

    private static ProposalDecision RowOf(Proposal proposal) => new()
    {
        ProposalId = proposal.Id!,
        PartyId = proposal.PartyId,
        Measure = proposal.Measure,
        Proposed = proposal.Text,
    };

    private void Decided(StageContext context)
    {
        var file = context.File;
        file.Decide(context.Now, context.Today);
        TellLeadAndSupervision(context, "Notice.Decided", file.Measures.Count);
        var dropped = file.Proposals().Where(proposal => !file.Measures.Exists(measure => measure.ProposalId == proposal.Id)).ToList();
        if (!file.ConcernsLeadBureau)
            Tell(context, Roles.LeadEnv, dropped.Select(proposal => proposal.Id!).Where(id => !Proposal.IsSupervisions(id)), walled: false);
        Tell(context, Roles.Supervision, dropped.Select(proposal => proposal.Id!), walled: true);
    }

    private void Return(StageContext context, TOwn form)
    {
        var file = context.File;
        var forTheTeam = string.IsNullOrWhiteSpace(form.Remarks)
            ? new Text(GetType(), "Notice.ReturnedBeside", file.Number, file.Title)
            : new Text(GetType(), "Notice.Returned", file.Number, file.Title, form.Remarks);
        if (file.Leader(TeamKind.Investigation) is { } leader)
            file.Notify(new Recipient(PersonId: leader.PersonId), forTheTeam, context.Now);
        if (file.Leader(TeamKind.Supervision) is { } supervisor)
            file.Notify(new Recipient(PersonId: supervisor.PersonId),
                new Text(GetType(), "Notice.Returned", file.Number, file.Title, $"{form.Remarks} {form.SpecialReportRemarks}".Trim()), context.Now, walled: true);
        if (file.ReviewBy<TOther>()?.Read<TOther>().Decision == Approval.Approved)
            file.Notify(new Recipient(Role: OtherBody), new Text(GetType(), "Notice.Lapsed", file.Number, file.Title), context.Now);
    }

    private void Tell(StageContext context, string role, IEnumerable<string> dropped, bool walled)
    {
        if (string.Join("、", dropped) is { Length: > 0 } ids)
            context.File.Notify(new Recipient(Role: role),
                new Text(GetType(), "Notice.NotDecided", context.File.Number, context.File.Title, ids), context.Now, walled);
    }

    private void TellLeadAndSupervision(StageContext context, string key, params object?[] values)
    {
        foreach (var role in new[] { Roles.LeadEnv, Roles.Supervision }.Where(role => role != Roles.LeadEnv || !context.File.ConcernsLeadBureau))
            context.File.Notify(new Recipient(Role: role),
                new Text(GetType(), key, [context.File.Number, context.File.Title, .. values]), context.Now);
    }
}
