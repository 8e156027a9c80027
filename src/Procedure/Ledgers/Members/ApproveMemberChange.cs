using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Ledgers.Recusal;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Members;

/// <summary>第八条第二句: a later change of the members needs the government's approval, as the team did.</summary>
[Entry(Named, "第八条第二句")]
public sealed class ApproveMemberChange : EntryKind<ApproveMemberChangeForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "approve-member-change";

    /// <summary>第八条第二句: 报州人民政府批准.</summary>
    public override bool May(EntryContext context) => context.Actor.Holds(Roles.Government) && MemberRules.Pending(context.File).Any();

    /// <summary>第八条第二句: what was proposed must still hold on the day on which it is approved.</summary>
    [Clause("第八条第二句")]
    protected override IEnumerable<Ruling> Check(EntryContext context, ApproveMemberChangeForm form) =>
    [
        MemberRules.IsPending(context.File, form),
        MemberRules.IsOnRecord(form, context.Today),
        .. form.Decision is Approval.Approved && Proposed(context, form) is { } change ?
            [MemberRules.LeaverSits(context.File, change), MemberRules.JoinerFits(context, change), MemberRules.KeepsOneLeader(context.File, change),
                .. string.IsNullOrEmpty(change.Joins) ? Array.Empty<Ruling>() : [RecusalRules.IsDecided(context.File, context.Directory, change.Joins, withPosts: true)]]
            : Array.Empty<Ruling>(),
    ];

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, ApproveMemberChangeForm form)
    {
        var (file, change) = (context.File, Proposed(context, form)!);
        if (form.Decision is not Approval.Approved)
        {
            var bureau = file.ConcernsLeadBureau ? Roles.EnvCommittee : Roles.LeadEnv;
            file.Notify(new Recipient(bureau), Text.Of<ApproveMemberChange>("Notice.Returned", file.Number, form.Change, form.Remarks), context.Now);
            return;
        }
        var joins = string.IsNullOrEmpty(change.Joins) ? ((string, string, TeamFunction)?)null : (change.Joins, change.JoinsFor!, change.Function!.Value);
        Seats.Change(context, TeamKind.Investigation, change.Leaves, joins);
        if (!string.IsNullOrEmpty(change.Leaves))
            Seats.PassOn(context, change.Leaves, TeamKind.Investigation, change.Function is TeamFunction.Leader ? change.Joins : null);
        if (joins is var (newcomer, _, _))
            file.Notify(new Recipient(PersonId: newcomer), Text.Of<ApproveMemberChange>("Notice.Seated", file.Number, file.Title, form.DocumentNumber), context.Now);
    }

    private static ProposeMemberChangeForm? Proposed(EntryContext context, ApproveMemberChangeForm form) =>
        context.File.EntriesOf<ProposeMemberChangeForm>(ProposeMemberChange.Named).FirstOrDefault(row => row.Entry.Label == form.Change).Form;
}
