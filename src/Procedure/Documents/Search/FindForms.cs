using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Stages;

// The comparisons are SQL's, not .NET's.
#pragma warning disable CA1304, CA1311, CA1862

namespace WorkflowAccountability.Procedure.Documents.Search;

/// <summary>
/// What officials answered in the forms that they submitted, those of added steps among them: texts, choices, numbers and days as they stand, persons, units and
/// files by their names. Found is what the reader may read of the form (case, wall, and what a form repeats from behind it), and nothing that only asks.
/// </summary>
public static class FindForms
{
    // A word that every form asks with stands in all of them: beyond so many nobody reads on.
    private const int MostRead = 5_000;

    /// <summary>The forms of a word, newest first, and whether there are more than are shown.</summary>
    public static async Task<(IReadOnlyList<FoundDocument> Forms, bool IsMore)> OfAsync(
        AccountabilityDb db, Actor actor, StageCatalog stages, OrganisationDirectory directory, string word, CancellationToken cancellationToken)
    {
        var (personId, folded, plain) = (actor.PersonId, word.ToLowerInvariant(), FindDocuments.LongestPlain(word.ToLowerInvariant()));
        var seen = db.Cases.Where(CaseAccess.Sees(actor, db));
        var behind = CaseAccess.SeatsBehindWall(db, personId);
        var files = FindDocuments.FilesNamed(db, personId, folded);
        var ids = await db.People.Where(person => person.Name.ToLower().Contains(folded)).Select(person => person.Id).ToListAsync(cancellationToken);
        var answers = ids.Concat(directory.Search(word)).Select(id => $"\"{id}\"").ToList();
        var attached = (await files.Where(file => file.SubmissionId != null).OrderByDescending(file => file.At).Take(MostRead).ToListAsync(cancellationToken)).ToLookup(file => file.SubmissionId);
        var with = files.Select(file => file.SubmissionId);
        var rows = db.Submissions.AsNoTracking()
            .Where(form => (form.FormJson.ToLower().Contains(plain) || answers.Any(id => form.FormJson.Contains(id)) || with.Contains(form.Id))
                && (!form.Walled || form.PersonId == personId || behind.Any(member => member.CaseId == form.CaseId)))
            .Join(seen, form => form.CaseId, file => file.Id, (form, file) => new
            {
                form, file.Number, file.Title, IsBehind = behind.Any(member => member.CaseId == form.CaseId),
            })
            .OrderByDescending(row => row.form.At).ThenBy(row => row.form.Id).Take(MostRead);
        List<FoundDocument> found = [];
        var read = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            read++;
            var stage = stages.Of(row.form);
            var form = row.form.Read(stages.Form(row.form.FormName));
            var names = attached[row.form.Id].ToDictionary(file => file.Id, file => file.Name);
            if (new FormLines(stage.GetType(), directory, BeijingTime.DayOf(row.form.At), names).Of(row.IsBehind ? form : stage.OutsideTheWall(form))
                .Select(line => FindDocuments.Cut(line.Answer, word) is { } words ? $"{line.Label}：{words}" : null).FirstOrDefault(words => words is not null) is not { } cut)
                continue;
            found.Add(new FoundDocument(row.form.Id, NameOf(stage, row.form), row.form.CaseId, row.Number, row.Title, row.form.At, row.form.Walled, IsVoid: false, cut));
            if (found.Count > FindDocuments.Most)
                break;
        }
        return ([.. found.Take(FindDocuments.Most)], found.Count > FindDocuments.Most || read == MostRead);
    }

    private static string NameOf(Stage stage, Submission form) => stage.SeatName(form.Seat) is { } seat ? $"{stage.Title} · {seat}" : stage.Title.ToString();
}
