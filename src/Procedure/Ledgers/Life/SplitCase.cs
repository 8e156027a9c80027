using System.ComponentModel.DataAnnotations;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Ledgers.Life;

/// <summary>
/// 内部环节 (分案): some parties are inquired into in a case of their own, with a new number, which begins with its lead. Here they stay visible in the facts and
/// in the exclusions, and are no longer among those whose responsibility is to be weighed.
/// </summary>
[Entry("split-case", Citations.InternalStep)]
public sealed class SplitCase : LifeEntry<SplitCaseForm>
{
    internal override bool BeginsProcedure => true;

    /// <inheritdoc/>
    public override bool IsInTime(CaseFile file) => file.Status is CaseStatus.Open;

    /// <inheritdoc/>
    protected override IEnumerable<Ruling> Check(EntryContext context, SplitCaseForm form)
    {
        var (file, chosen) = (context.File, form.Parties.Distinct().ToList());
        yield return IsNotDecided(file);
        yield return IsOfThisTime(context, form.On);
        yield return Require(chosen.Count > 0 && chosen.All(id => file.Parties.Exists(party => party.Id == id && party.SplitInto is null)), "NotAParty");
        yield return Require(chosen.Count < file.PartiesHere.Count(), "NobodyLeft", file.Number);
        yield return Require(!file.ReportIsReleased, "ReportReleased");
    }

    internal override async Task CarryOutAsync(CommandScope scope, EntryContext context, CaseEntry entry, object form, CancellationToken cancellationToken)
    {
        var (file, said) = (context.File, (SplitCaseForm)form);
        var made = await StartCase.MakeAsync(scope, DerivedId.Of(entry.Id, "split"), said.Title, cancellationToken);
        // Splitting changes no rule for anybody.
        (made.RuleEdition, made.AdoptedRules, made.Book) = (file.RuleEdition, file.AdoptedRules, file.Book);
        foreach (var party in file.Parties.Where(party => said.Parties.Contains(party.Id)))
        {
            party.SplitInto = made.Id;
            made.Inquire(party.OrganisationId, party.PersonId, party.Name, party.PostAtTheTime, party.IsPerson, scope.Now);
        }
        // Whoever was recused from the one knows nothing of the other.
        foreach (var exclusion in file.Exclusions.Where(exclusion => exclusion.DecidedBy is not null))
            made.Exclude(exclusion.PersonId, scope.Now, exclusion.DecidedBy);
        made.ConcernsLeadBureau = file.ConcernsLeadBureau;
        await StartCase.BeginAsync(scope, made, await StartCase.ProcedureAsync(scope, cancellationToken), Citation, cancellationToken);
        Tell(context, "Notice.Split", made.Number, said.DocumentNumber);
    }
}

/// <summary>内部环节: who is inquired into apart, and why.</summary>
public sealed record SplitCaseForm
{
    [Field(Citations.InternalStep), Required, StringLength(200)]
    public string Title { get; init; } = "";

    [Field("第二条", From = ChoiceList.Parties), Required]
    public List<string> Parties { get; init; } = [];

    [Field(Citations.InternalStep, Multiline = true), Required, StringLength(2000)]
    public string Reasons { get; init; } = "";

    [Field(Citations.InternalStep), Required, StringLength(100)]
    public string DocumentNumber { get; init; } = "";

    [Field(Citations.InternalStep), Required]
    public DateOnly? On { get; init; }
}
