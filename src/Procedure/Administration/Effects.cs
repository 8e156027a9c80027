using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Administration;

/// <summary>What an amendment would do to people and work, in sentences, for the preview.</summary>
internal static class Effects
{
    public static async Task<IReadOnlyList<Text>> OfAsync(
        Amendment amendment, IReadOnlyList<DirectoryChange> changes, AccountabilityDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = BeijingTime.DayOf(now);
        var (said, items) = (new List<Text>(), 0);
        foreach (var day in changes.Select(change => change.Day > today ? change.Day : today).Distinct().Order())
        {
            said.AddRange(OnDay(amendment, day));
            var at = day > today ? BeijingTime.At(day, TimeOnly.MinValue) : now;
            var (freed, moved, stranded) = await new Vacancy(amendment.Before, amendment.After, at).CountAsync(db, cancellationToken);
            said.AddRange([.. Counted(freed, "Effect.Freed"), .. Counted(moved, "Effect.Moved"), .. Counted(stranded, "Effect.Stranded")]);
            items += freed + moved + stranded;
        }
        return items == 0 ? said : [.. said, Text.Of<AdministrationTexts>("Effect.Handover")];
    }

    private static IEnumerable<Text> Counted(int count, string key) => count == 0 ? [] : [Text.Of<AdministrationTexts>(key, count)];

    private static IEnumerable<Text> OnDay(Amendment amendment, DateOnly day)
    {
        var (before, after) = (amendment.Before, amendment.After);
        foreach (var id in before.PeopleOn(day).Union(after.PeopleOn(day)))
        {
            var (had, has) = (before.RolesOf(id, day), after.RolesOf(id, day));
            if (had.Except(has).ToList() is { Count: > 0 } lost)
                yield return Text.Of<AdministrationTexts>(after.PostsOf(id, day) is [] ? "Effect.Out" : "Effect.Loses", after.NameOfPerson(id), Dates.Said(day), Names(lost));
            if (has.Except(had).ToList() is { Count: > 0 } gained)
                yield return Text.Of<AdministrationTexts>("Effect.Gains", after.NameOfPerson(id), Dates.Said(day), Names(gained));
        }
        foreach (var role in Roles.All.Where(role => before.PeopleFor(role.Code, day) is not [] && after.PeopleFor(role.Code, day) is []))
            yield return Text.Of<AdministrationTexts>("Effect.Nobody", role.Chinese, Dates.Said(day));
    }

    private static string Names(IEnumerable<string> roles) => string.Join("、", roles.Select(role => Roles.Find(role)!.Chinese));
}
