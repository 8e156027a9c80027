using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Recusal;

/// <summary>参照《突发环境事件调查处理办法》第六条: a member declares what ties him to the matter; whoever decides is told when something does.</summary>
[Entry(Named, RecusalRules.Clause)]
public sealed class DeclareInterest : EntryKind<DeclareInterestForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "declare-interest";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => SeatOf(context) is not null;

    /// <inheritdoc/>
    public override object? Prefill(EntryContext context) =>
        context.File.EntriesOf<DeclareInterestForm>(Named).LastOrDefault(row => row.Entry.PersonId == context.Actor.PersonId).Form;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, DeclareInterestForm form) => [RecusalRules.InterestIsStated(form)];

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, DeclareInterestForm form)
    {
        var ties = RecusalCheck.Of(context.File, context.Directory).Count(tie => tie.Member.PersonId == entry.PersonId);
        if (form.HasInterest == true || ties > 0)
            context.File.Notify(new Recipient(entry.Walled ? Roles.Supervision : Roles.Government), Text.Of<DeclareInterest>("Notice.Declared",
                context.File.Number, context.Actor.Name, ties), context.Now, entry.Walled);
    }

    /// <summary>第十条第一句: what a member of the supervision team declares stays in its file.</summary>
    protected override bool IsWalled(EntryContext context, DeclareInterestForm form) => SeatOf(context)?.Team is TeamKind.Supervision;

    private static TeamMember? SeatOf(EntryContext context) =>
        context.File.TeamMembers.Find(member => member.To is null && member.PersonId == context.Actor.PersonId);
}
