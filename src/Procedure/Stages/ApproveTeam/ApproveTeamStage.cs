using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.ProposeTeam;

namespace WorkflowAccountability.Procedure.Stages.ApproveTeam;

/// <summary>第八条: the prefectural government approves the plan of the team; only then is there a team that may investigate.</summary>
[Stage("Accountability.ApproveTeam", Citation = "第八条", IsFinal = true)]
public sealed class ApproveTeamStage : Stage<ApproveTeamForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => [.. Enum.GetNames<Approval>()];

    /// <summary>第八条第二句: the government has the plan drawn up anew.</summary>
    public override IReadOnlyList<WayBack> WaysBack(CaseFile file, string seat, string words) =>
        [new("Returned", "Outcome.Returned", new ApproveTeamForm { Decision = Approval.Returned, Remarks = words })];

    /// <summary>第八条第二句: 报州人民政府批准.</summary>
    protected override Seat Assign(StageContext context) =>
        base.Assign(context) with
        {
            To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Government)),
            Prefill = Rows(context) is { Count: > 0 } ties ? new ApproveTeamForm { Ties = ties } : null,
        };

    /// <summary>参照《突发环境事件调查处理办法》第六条: those of the newest plan, who have no seat yet.</summary>
    public override IReadOnlyList<Tie> TiesLaidBefore(CaseFile file, OrganisationDirectory directory) =>
        file.Latest<ProposeTeamForm>() is { } plan ? RecusalCheck.Of(file, directory, plan.Members.Select(member => new TeamMember
        {
            Id = "", CaseId = file.Id, Team = TeamKind.Investigation, PersonId = member.PersonId, OrganisationId = member.OrganisationId,
            Function = member.Function ?? TeamFunction.Member, From = file.OpenedAt,
        }), behindWall: false) : [];

    /// <summary>第八条第二句: an approval is a document, of a plan that still holds.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, ApproveTeamForm form) =>
        form.Decision == Approval.Returned ? [TeamApprovalRules.ReturnIsExplained(form)] :
        [
            TeamApprovalRules.HasADocument(form, context.Today),
            TeamApprovalRules.FollowsTheLaunch(context.File, form),
            .. form.Ties.SelectMany(tie => new[] { TeamApprovalRules.IsReasoned(context, tie), TeamApprovalRules.IsAnothers(context, tie), TeamApprovalRules.StaysInThePlan(context, tie) }),
            .. Plan(context).Members.SelectMany(member => new[]
            {
                TeamRules.IsNoParty(context, member), TeamApprovalRules.IsFreeForIt(context, member),
                RecusalRules.IsDecided(context.File, context.Directory, member.PersonId, withPosts: false),
            }),
        ];

    /// <summary>第八条第一句: the team of the newest plan takes its seats, and its members are told.</summary>
    protected override void Apply(StageContext context, ApproveTeamForm form)
    {
        if (form.Decision != Approval.Approved)
            return;
        var plan = Plan(context);
        context.File.Seat(TeamKind.Investigation, plan.Members.Select(m => (m.PersonId, m.OrganisationId, m.Function!.Value)), context.Now);
        foreach (var member in plan.Members)
            context.File.Notify(new Recipient(PersonId: member.PersonId), Text.Of<ApproveTeamStage>("Notice.Seated",
                context.File.Number, context.File.Title, form.DocumentNumber), context.Now);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, ApproveTeamForm form) => form.Decision!.Value.ToString();

    // A row for each ground that speaks against somebody, as a decision answers one ground of one person.
    private List<DecidedTie> Rows(StageContext context) =>
    [
        .. TiesLaidBefore(context.File, context.Directory).Where(tie => tie.Decision is null && tie.IsOfPosts).GroupBy(tie => (tie.Member.PersonId, tie.Ground))
            .Select(ties => new DecidedTie { PersonId = ties.Key.PersonId, Ground = ties.Key.Ground, Found = RecusalCheck.InWords(ties) }),
    ];

    private static ProposeTeamForm Plan(StageContext context) => context.File.Latest<ProposeTeamForm>()
        ?? throw new InvalidOperationException(
            $"Case {context.File.Number} has no plan of a team: Accountability.ProposeTeam must come before.");
}
