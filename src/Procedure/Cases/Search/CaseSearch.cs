using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Procedure.Cases.Search;

/// <summary>Finds cases among those that exist for a person: results, counts and exports are never wider than <see cref="CaseAccess.Sees"/>.</summary>
public static class CaseSearch
{
    private const int FurtherPairs = 4;

    /// <summary>The cases of a filter, newest first, its page apart.</summary>
    public static IQueryable<CaseFile> Find(AccountabilityDb db, Actor actor, OrganisationDirectory directory, CaseFilter filter)
    {
        var cases = db.Cases.AsNoTracking().Where(CaseAccess.Sees(actor, db));
        foreach (var word in filter.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(CaseFilter.MostWords))
            cases = WithWord(cases, db, directory, word);
        if (filter.Status is { } status)
            cases = cases.Where(file => file.Status == status);
        if (filter.County is { } county)
            cases = cases.Where(file => file.County == county);
        if (filter.Level is { } level)
            cases = WithLevel(cases, level.Symbol());
        if (filter.Year is { } year)
            cases = WithYear(cases, year);
        if (filter.Stage is { } stage)
            cases = AtStage(cases, VisibleOpen(db, actor.PersonId), StageChoice.Of(stage));
        return cases.OrderByDescending(file => file.OpenedAt).ThenByDescending(file => file.Id);
    }

    /// <summary>What follows a case of the page before.</summary>
    public static IQueryable<CaseFile> Behind(IQueryable<CaseFile> cases, (long Ticks, string Id) last)
    {
        var at = new DateTimeOffset(last.Ticks, TimeSpan.Zero);
        return cases.Where(file => file.OpenedAt < at || (file.OpenedAt == at && file.Id.CompareTo(last.Id) < 0));
    }

    /// <summary>The open items that a person who sees their case may know of.</summary>
    public static IQueryable<WorkItem> VisibleOpen(AccountabilityDb db, string personId) => db.WorkItems.AsNoTracking()
        .Where(item => item.Status == WorkItemStatus.Open && (!item.Walled || db.Set<TeamMember>().Any(member => member.CaseId == item.CaseId
            && member.PersonId == personId && member.Team == TeamKind.Supervision && member.To == null)));

    private static IQueryable<CaseFile> WithWord(IQueryable<CaseFile> cases, AccountabilityDb db, OrganisationDirectory directory, string word)
    {
        var folded = SearchWords.Fold(word);
        if (folded.Length == 0)
            return cases;
        // An office under any name it ever had, and whoever took over from it.
        var units = directory.Search(word).SelectMany(id => directory.SuccessorsOf(id).Prepend(id)).Distinct().Select(CaseTerm.OfUnit).ToList();
        var about = db.CaseTerms.Where(term => units.Contains(term.Term)).Select(term => term.CaseId);
        var named = Named(db, folded);
        if (!NameInitials.MayBe(word))
            return cases.Where(file => (named.Contains(file.Id) && file.SearchText.Contains(folded)) || about.Contains(file.Id));
        var letters = CaseTerm.OfInitials(folded);
        return cases.Where(file => (named.Contains(file.Id) && file.SearchText.Contains(folded)) || about.Contains(file.Id)
            || db.CaseTerms.Any(term => term.CaseId == file.Id && term.Term == letters));
    }

    private static IQueryable<string> Named(AccountabilityDb db, string folded)
    {
        // From the end: numbers begin alike, and differ behind.
        var lookedUp = SearchWords.LookedUp(folded).Reverse().ToList();
        var first = lookedUp[0];
        var terms = db.CaseTerms.Where(term => term.Term == first);
        foreach (var pair in lookedUp.Skip(1).Take(FurtherPairs))
            terms = terms.Where(term => db.CaseTerms.Any(other => other.CaseId == term.CaseId && other.Term == pair));
        return terms.Select(term => term.CaseId);
    }

    /// <summary>The titles of the added steps at which cases that exist for a person stand now, as far as he may know of them.</summary>
    public static IQueryable<string> AddedSteps(AccountabilityDb db, Actor actor) => VisibleOpen(db, actor.PersonId)
        .Where(item => item.Title != null && db.Cases.Where(CaseAccess.Sees(actor, db)).Any(file => file.Id == item.CaseId)).Select(item => item.Title!).Distinct();

    private static IQueryable<CaseFile> AtStage(IQueryable<CaseFile> cases, IQueryable<WorkItem> open, StageChoice stage) => stage.Title is { } title
        ? cases.Where(file => open.Any(item => item.CaseId == file.Id && item.StageType == stage.Type && item.Title == title))
        : cases.Where(file => open.Any(item => item.CaseId == file.Id && item.StageType == stage.Type));

    private static IQueryable<CaseFile> WithLevel(IQueryable<CaseFile> cases, string symbol) => cases.Where(file => file.Level == symbol);

    private static IQueryable<CaseFile> WithYear(IQueryable<CaseFile> cases, int year)
    {
        var from = BeijingTime.At(new DateOnly(year, 1, 1), TimeOnly.MinValue);
        var to = BeijingTime.At(new DateOnly(year + 1, 1, 1), TimeOnly.MinValue);
        return cases.Where(file => file.OpenedAt >= from && file.OpenedAt < to);
    }
}
