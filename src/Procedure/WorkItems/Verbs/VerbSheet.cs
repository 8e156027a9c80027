using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Commands;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Site;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>The page of one verb before it is done: what will happen, to whom, and what must be said.</summary>
/// <param name="Verb">The last part of the address, and the key of the texts: reassign, delegate ….</param>
public sealed record VerbSheet(string Verb, WorkItem Item, CaseFile File)
{
    /// <summary>What will happen, in sentences.</summary>
    public IReadOnlyList<Text> Effects { get; init; } = [];

    /// <summary>The persons to choose from; null where none is chosen.</summary>
    public IReadOnlyList<Choice>? People { get; init; }

    /// <summary>Whether several persons may be chosen.</summary>
    public bool Many { get; init; }

    /// <summary>Ways to choose from, each with what it does; empty where there is one only.</summary>
    public IReadOnlyList<VerbOption> Options { get; init; } = [];

    /// <summary>Whether words are asked for.</summary>
    public bool TakesWords { get; init; } = true;

    /// <summary>Whether words must be given.</summary>
    public bool NeedsWords { get; init; } = true;

    /// <summary>Whether a day is asked for; it must be given then.</summary>
    public bool AsksDay { get; init; }

    /// <summary>Why it cannot be done at all; then there is nothing to press.</summary>
    public IReadOnlyList<Ruling> Obstacles { get; init; } = [];

    /// <summary>What happened before, newest last: opinions, urges, copies with their times.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The choices of persons, with their posts.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(IEnumerable<string> people, Viewer viewer) =>
        [.. people.Where(id => id != viewer.Actor.PersonId).Select(id => new Choice(id, NameIn(viewer, id)))];

    /// <summary>A person with his posts of today.</summary>
    public static string NameIn(Viewer viewer, string personId) =>
        $"{viewer.Directory.NameOfPerson(personId)}（{viewer.Directory.PostOf(personId, BeijingTime.DayOf(viewer.Now))}）";
}

/// <summary>One way to do it.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Effects">What it does, in sentences.</param>
public sealed record VerbOption(string Value, string Label, IReadOnlyList<string> Effects);

/// <summary>What was posted on a verb's page.</summary>
internal sealed record Spoken(Envelope Envelope, IReadOnlyList<string> People, string Words, string Option)
{
    /// <summary>The person chosen, or the first of them.</summary>
    public string? Person => People is [var first, ..] ? first : null;

    /// <summary>The day that was given; null where none was.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The list that the form was sent from; null where it was its own page.</summary>
    public string? Return { get; init; }

    /// <summary>Reads it; null where the form was not made by this site.</summary>
    public static Spoken? Of(IFormCollection posted) => !Envelope.TryRead(posted, out var envelope) ? null
        : new(envelope, [.. posted["Person"].OfType<string>().Where(id => id.Length > 0).Distinct()], posted["Words"].ToString().Trim(), posted["Option"].ToString())
        {
            Day = DateOnly.TryParseExact(posted["Day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Return = SeeOther.ReturnOf(posted),
        };
}

/// <summary>How the pages of the verbs are found, shown and answered.</summary>
internal static class VerbDesk
{
    /// <summary>What people may write at most.</summary>
    public const int MostWords = 2000;

    /// <summary>The item and its case where the viewer may do this with it.</summary>
    public static async Task<(WorkItem? Item, CaseFile? File)> FindAsync(
        string id, Viewer viewer, AccountabilityDb db, Func<WorkItem, CaseFile, bool> may, CancellationToken cancellationToken)
    {
        var item = await db.WorkItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (item is null)
            return (null, null);
        var file = await CaseFiles.Whole(db).AsNoTracking().SingleAsync(file => file.Id == item.CaseId, cancellationToken);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return viewer.Actor.IsInOffice && !file.Concerns(viewer.Actor.PersonId) && may(item, file) ? (item, file) : (null, null);
    }

    /// <summary>The page as first shown.</summary>
    public static IResult Show(VerbSheet sheet, Viewer viewer) => Page(sheet, viewer, null, [], StatusCodes.Status200OK);

    /// <summary>What the command answered: a refusal shows the page again with everything that was typed.</summary>
    public static IResult Answered(Answer answer, VerbSheet sheet, Viewer viewer, Spoken spoken) => answer is Answer.Refused refused
        ? Page(sheet, viewer, spoken, refused.Rulings, StatusCodes.Status422UnprocessableEntity)
        : answer is Answer.TooLate or Answer.Stale
        ? Pages.Page<ConflictPage>(new
        {
            Item = (answer as Answer.TooLate)?.Item ?? ((Answer.Stale)answer).Item, Viewer = viewer.Actor,
            Kept = spoken.Words.Length == 0 ? [] : (IReadOnlyList<KeptText>)[new KeptText(Text.Of<VerbTexts>("Words").ToString(), spoken.Words)],
        }, StatusCodes.Status409Conflict)
        : Pages.Answered(answer, viewer.Actor);

    /// <summary>内部环节: what is said is said in words that fit.</summary>
    public static Ruling SaysWhy(string words) => Ruling.Require(words.Length is > 0 and <= MostWords, "内部环节",
        Text.Of<VerbTexts>("NoWords.Reason"), Text.Of<VerbTexts>("NoWords.Remedy", MostWords));

    /// <summary>内部环节: somebody is chosen, and he is one of those who may.</summary>
    public static Ruling IsAmong(string? personId, IEnumerable<string> reach) => Ruling.Require(personId is not null && reach.Contains(personId), "内部环节",
        Text.Of<VerbTexts>("NoPerson.Reason"), Text.Of<VerbTexts>("NoPerson.Remedy"));

    /// <summary>The refusals among the rulings; null where there is none.</summary>
    public static Answer? Refusal(params IEnumerable<Ruling> rulings) =>
        rulings.Where(ruling => !ruling.IsAllowed).ToList() is [_, ..] refusals ? new Answer.Refused(refusals) : null;

    private static IResult Page(VerbSheet sheet, Viewer viewer, Spoken? spoken, IReadOnlyList<Ruling> refusals, int status) => Pages.Page<VerbPage>(new
    {
        Sheet = sheet, Viewer = viewer.Actor, Refusals = refusals, Words = spoken?.Words ?? "", Chosen = spoken?.People ?? [], Option = spoken?.Option ?? "", Day = spoken?.Day, Return = spoken?.Return,
        CommandId = spoken?.Envelope.CommandId ?? Guid.NewGuid().ToString("n"),
    }, status);
}
