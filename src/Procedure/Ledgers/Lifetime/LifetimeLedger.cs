using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Cases.Search;
using WorkflowAccountability.Procedure.Ledgers.Remedies;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages.DefineResponsibility;

namespace WorkflowAccountability.Procedure.Ledgers.Lifetime;

/// <summary>An act of a person in a case, with what was decided for it.</summary>
public sealed record LifetimeAct(CaseFile File, Party Party, Finding Finding, IReadOnlyList<Cases.Measure> Measures);

/// <summary>第十四条第（二）项: a person, where he is now, all his posts, and everything found of him.</summary>
/// <param name="PersonId">His id in the directory; null for somebody who is not in it.</param>
public sealed record LifetimeLine(string? PersonId, string Name, string Now, IReadOnlyList<Post> Posts, IReadOnlyList<LifetimeAct> Acts);

/// <summary>
/// 第十四条第（二）项第一句、第二句 (终身问责，不论其是否调离原单位、已提拔重用或者退休): whoever was found responsible is found again by his person, never by the unit in which
/// he served then. Only cases that exist for the reader are counted.
/// </summary>
public static class LifetimeLedger
{
    private const int Most = 200;

    /// <summary>Everybody whose name holds the words (all where there are none), by name.</summary>
    [Clause("第十四条第（二）项第二句")]
    public static async Task<IReadOnlyList<LifetimeLine>> OfAsync(
        AccountabilityDb db, Actor reader, OrganisationDirectory directory, string words, DateOnly today, CancellationToken cancellationToken)
    {
        var files = await db.Cases.AsNoTracking().Where(CaseAccess.Sees(reader, db)).Where(file => file.Parties.Any(party => party.IsPerson))
            .Include(file => file.Submissions).Include(file => file.Parties).Include(file => file.Measures).Include(file => file.TeamMembers).Include(file => file.Entries).AsSplitQuery()
            .OrderByDescending(file => file.OpenedAt).ToListAsync(cancellationToken);
        return Of(files, directory, words, today);
    }

    /// <summary>The lines of given cases.</summary>
    public static IReadOnlyList<LifetimeLine> Of(IReadOnlyList<CaseFile> files, OrganisationDirectory directory, string words, DateOnly today)
    {
        var wanted = SearchWords.Fold(words);
        return [.. files.SelectMany(ActsOf).Where(act => SearchWords.Fold(act.Party.Name).Contains(wanted, StringComparison.Ordinal) || NameInitials.Match(act.Party.Name, words))
            .GroupBy(act => act.Party.PersonId ?? $"{act.Party.Name}@{act.Party.OrganisationId}")
            .Select(acts => LineOf([.. acts], directory, today)).OrderBy(line => line.Name, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>
    /// A measure as the ledger holds it: the words that count and their fate, the day of the decision that altered or took it away, and the words that it had before.
    /// </summary>
    public static string WordsOf(CaseFile file, Cases.Measure measure)
    {
        var day = measure.RevokedOn ?? RemedyLane.AppealsOf(file).LastOrDefault(appeal => appeal.Form.MeasureId == measure.Id && appeal.Decision?.Outcome is AppealOutcome.Changed)?.Decision?.DecidedOn;
        return day is null ? measure.WordsAndFate : measure.WordsAndFate + Text.Of<LedgerTexts>(measure.ChangedText is null ? "Lifetime.Since" : "Lifetime.Was",
            day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), measure.Text);
    }

    private static IEnumerable<LifetimeAct> ActsOf(CaseFile file)
    {
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return file.Matrix().Where(row => row.Party.IsPerson).SelectMany(row => row.Findings.Select(finding => new LifetimeAct(file, row.Party, finding,
            [.. file.Measures.Where(measure => measure.PartyId == row.Party.Id)])));
    }

    private static LifetimeLine LineOf(IReadOnlyList<LifetimeAct> acts, OrganisationDirectory directory, DateOnly today)
    {
        var party = acts[0].Party;
        var id = party.PersonId;
        return new LifetimeLine(id, id is null ? party.Name : directory.NameOfPerson(id), id is null ? "" : directory.PostOf(id, today),
            id is null ? [] : directory.HistoryOf(id), [.. acts.OrderBy(act => act.Finding.ActFrom)]);
    }
}
