using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Remedies;

/// <summary>内部环节: on the legal office's opinion the government opens the lane of other laws for a case.</summary>
[Entry(Named, Citations.InternalStep)]
public sealed class OpenRemedies : EntryKind<OpenRemediesForm>
{
    /// <summary>Its name.</summary>
    public const string Named = "open-remedies";

    /// <inheritdoc/>
    public override bool May(EntryContext context) => !RemedyLane.AreOpen(context.File) && (context.Actor.Holds(Roles.Government) || context.Actor.Holds(Roles.LegalOffice));

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, OpenRemediesForm form) => [];
}
