using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>
/// 内部环节 (并案): the matter goes on in another case. Its parties are parties there, and whoever may not know of the one may not know of the other; its own
/// work ends, its file stays and is read by the other case's team.
/// </summary>
[Entry("merge-case", Citations.InternalStep)]
public sealed class MergeCase : LifeEntry<MergeCaseForm>
{
    /// <inheritdoc/>
    public override string? OtherNumberOf(object form) => ((MergeCaseForm)form).OtherNumber;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, MergeCaseForm form) =>
    [
        IsNotDecided(context.File), IsOfThisTime(context, form.On),
        Require(context.Other!.Status is CaseStatus.Open && !context.Other.ReportIsReleased && !context.Other.IsApproved, "OtherTooFar", context.Other.Number),
    ];

    internal override async Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        var (file, other, said) = (context.File, context.Other!, (MergeCaseForm)form);
        foreach (var party in file.Parties)
            other.Inquire(party.OrganisationId, party.PersonId, party.Name, party.PostAtTheTime, party.IsPerson, scope.Now);
        foreach (var exclusion in file.Exclusions)
            other.Exclude(exclusion.PersonId, scope.Now, exclusion.DecidedBy);
        foreach (var exclusion in other.Exclusions)
            file.Exclude(exclusion.PersonId, scope.Now, exclusion.DecidedBy);
        file.ConcernsLeadBureau = other.ConcernsLeadBureau = file.ConcernsLeadBureau || other.ConcernsLeadBureau;
        file.MergedInto = other.Id;
        await EndWorkflows.OfAsync(scope, file, CaseStatus.Merged, entry.Label, cancellationToken);
        Tell(context, "Notice.Merged", other.Number, said.DocumentNumber);
        if (other.Leader(TeamKind.Investigation) is { } leader && !other.Concerns(leader.PersonId))
            other.Notify(new Recipient(PersonId: leader.PersonId), Text.Of<LifeTexts>("Notice.Received", other.Number, other.Title, file.Number), scope.Now);
        await scope.RecordAsync(other, Citation, JsonSerializer.Serialize(new { entry = Name, received = file.Id }, FormJsonText.Options), walled: false, cancellationToken);
    }
}

/// <summary>内部环节: into which case, and why.</summary>
public sealed record MergeCaseForm
{
    [Field(Citations.InternalStep), Required, StringLength(40)]
    public string OtherNumber { get; init; } = "";

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public DateOnly? On { get; init; }
}
