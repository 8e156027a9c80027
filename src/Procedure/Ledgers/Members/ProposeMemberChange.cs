using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Members;

/// <summary>第八条第二句: the leading bureau proposes, together with the departments, that the team change.</summary>
[Entry(Named, "第八条第二句")]
public sealed class ProposeMemberChange : EntryKind<ProposeMemberChangeForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "propose-member-change";

    /// <summary>第八条第二句: 由州环保局. 内部环节: where the bureau itself is under inquiry, the convener proposes in its place.</summary>
    public override bool May(EntryContext context) => context.File.Members(TeamKind.Investigation).Any()
        && context.Actor.Holds(context.File.ConcernsLeadBureau ? Roles.EnvCommittee : Roles.LeadEnv);

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, ProposeMemberChangeForm form) =>
    [
        MemberRules.ChangesSomething(form),
        MemberRules.LeaverSits(context.File, form),
        MemberRules.JoinerFits(context, form),
        MemberRules.ExpertHasAField(form),
        MemberRules.KeepsOneLeader(context.File, form),
        MemberRules.DepartmentsWereConsulted(form),
    ];

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, ProposeMemberChangeForm form) =>
        context.File.Notify(new Recipient(Roles.Government), Text.Of<ProposeMemberChange>("Notice.Proposed", context.File.Number, entry.Label), context.Now);
}
