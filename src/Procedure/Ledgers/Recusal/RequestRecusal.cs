using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Recusal;

/// <summary>参照《突发环境事件调查处理办法》第六条: whoever works on the case enters that somebody should step aside, also where a party asked for it.</summary>
[Entry(Named, RecusalRules.Clause)]
public sealed class RequestRecusal : EntryKind<RequestRecusalForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "request-recusal";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => true;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, RequestRecusalForm form) => [RecusalRules.IsKnown(context.Directory, form.PersonId)];

    /// <inheritdoc/>
    protected override void Apply(EntryContext context, CaseEntry entry, RequestRecusalForm form) =>
        context.File.Notify(new Recipient(entry.Walled ? Roles.Supervision : Roles.Government), Text.Of<RequestRecusal>("Notice.Requested",
            context.File.Number, context.Directory.NameOfPerson(form.PersonId), form.RequestedBy), context.Now, entry.Walled);

    /// <summary>第十条第一句: what is about the supervision team stays in its file.</summary>
    protected override bool IsWalled(EntryContext context, RequestRecusalForm form) => CaseAccess.IsBehindWall(context.File, context.Actor.PersonId)
        && context.File.Members(TeamKind.Supervision).Any(member => member.PersonId == form.PersonId);
}
