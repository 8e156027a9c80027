using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages.RegisterLead;

namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>Keeps the terms of a case in step with its file, in the transaction of the command that changes it. Nothing from behind the wall is among them.</summary>
internal static class CaseTerms
{
    private const char Between = '\n';

    /// <summary>Writes the terms anew where the text or the units have changed. A command that read no forms (a reminder) changes none of them.</summary>
    public static async Task RefreshAsync(AccountabilityDb db, CaseFile file, CancellationToken cancellationToken)
    {
        var entry = db.Entry(file);
        if (entry.State is not (EntityState.Added or EntityState.Detached) && !entry.Collection(known => known.Submissions).IsLoaded)
            return;
        var lead = file.Latest<RegisterLeadForm>();
        file.County = lead?.County ?? file.County;
        var text = TextOf(file, lead);
        var units = string.Join(' ', UnitsOf(file, lead));
        if (text == file.SearchText && units == file.SearchUnits)
            return;
        if (file.SearchText.Length > 0)
            await db.CaseTerms.Where(term => term.CaseId == file.Id).ExecuteDeleteAsync(cancellationToken);
        (file.SearchText, file.SearchUnits) = (text, units);
        var initials = file.Parties.Where(party => party.IsPerson).SelectMany(party => NameInitials.SpellingsOf(party.Name)).Select(CaseTerm.OfInitials);
        db.CaseTerms.AddRange(text.Split(Between).SelectMany(SearchWords.TermsOf).Concat(initials).Concat(units.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal).Select(term => new CaseTerm { Term = term, CaseId = file.Id }));
    }

    private static string TextOf(CaseFile file, RegisterLeadForm? lead) => string.Join(Between,
        ((string?[])[file.Number, file.Title, lead?.Title, lead?.Place, .. file.Parties.Select(party => party.Name)])
        .OfType<string>().Select(SearchWords.Fold).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> UnitsOf(CaseFile file, RegisterLeadForm? lead) =>
        ((string?[])[file.OpenedByOrganisationId, lead?.County, .. (lead?.ConcernedUnits ?? []).Select(unit => unit.OrganisationId),
            .. file.Parties.Select(party => party.OrganisationId)])
        .OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(CaseTerm.OfUnit);
}
