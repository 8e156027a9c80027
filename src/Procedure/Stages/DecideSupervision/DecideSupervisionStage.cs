using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.DecideSupervision;

/// <summary>第十条第一句: as the investigation goes on, the supervision bureau decides whether to form a team of its own.</summary>
[Stage("Accountability.DecideSupervision", Citation = "第十条第一句", Walled = true, IsFinal = true)]
public sealed class DecideSupervisionStage : Stage<DecideSupervisionForm>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes => ["Started", "NotNeeded"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outputs => ["supervisionStarted"];

    /// <summary>第十条第一句: 由州监察局.</summary>
    protected override Seat Assign(StageContext context) =>
        base.Assign(context) with { To = Candidate.OfRole(About.Only(context.Inputs.Role, Roles.Supervision)) };

    /// <summary>第十条第一句: the team is independent in its members; it is not given up while the investigation still goes on.</summary>
    protected override IEnumerable<Ruling> Check(StageContext context, DecideSupervisionForm form) =>
        form.Decision == SupervisionDecision.Started ? TeamRules(context, form) : [SupervisionTeamRules.StaysReachable(context.File)];

    /// <summary>第十条第一句: the team takes its seats and is told, and nobody else is.</summary>
    protected override void Apply(StageContext context, DecideSupervisionForm form)
    {
        if (form.Decision != SupervisionDecision.Started)
            return;
        context.File.Seat(TeamKind.Supervision, form.Members.Select(m => (m.PersonId, m.OrganisationId, m.Function!.Value)), context.Now);
        foreach (var member in form.Members)
            context.File.Notify(new Recipient(PersonId: member.PersonId),
                Text.Of<DecideSupervisionStage>("Notice.Seated", context.File.Number, context.File.Title), context.Now, walled: true);
    }

    /// <inheritdoc/>
    protected override string Decide(StageContext context, DecideSupervisionForm form) => form.Decision!.Value.ToString();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, object?> OutputsOf(StageContext context, DecideSupervisionForm form) =>
        new Dictionary<string, object?> { ["supervisionStarted"] = form.Decision == SupervisionDecision.Started };

    private static IEnumerable<Ruling> TeamRules(StageContext context, DecideSupervisionForm form) =>
    [
        SupervisionTeamRules.HasMembers(form),
        SupervisionTeamRules.HasOneLeader(form),
        SupervisionTeamRules.IsOpenedInWriting(form, context.Today),
        .. form.Members.DistinctBy(member => member.PersonId)
            .Select(member => SupervisionTeamRules.SitsOnce(context, form, member)),
        .. form.Members.Select(member => SupervisionTeamRules.IsKnown(context, member)),
        .. form.Members.Select(member => SupervisionTeamRules.IsNoParty(context, member)),
        .. form.Members.Select(member => SupervisionTeamRules.IsIndependent(context, member)),
        .. form.Members.Select(member => SupervisionTeamRules.BelongsOrIsExplained(context, member)),
    ];
}
