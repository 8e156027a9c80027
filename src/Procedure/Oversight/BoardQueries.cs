using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Site;
using WorkflowAccountability.Procedure.Stages;

// Translated into SQL; places are digits and small hex letters, which every database sorts alike.
#pragma warning disable CA1309

namespace WorkflowAccountability.Procedure.Oversight;

/// <summary>How many items stand under each light and in each age of lateness.</summary>
/// <param name="Ages">By number of age, over all that is late.</param>
public sealed record BoardCounts(IReadOnlyDictionary<BoardLight, int> Lights, IReadOnlyDictionary<int, int> Ages);

/// <summary>A line of the overview: an office, a stage, a county or a case.</summary>
/// <param name="Key">What the filter is set to.</param>
public sealed record BoardSum(string Key, string Name, IReadOnlyDictionary<BoardLight, int> Lights)
{
    /// <summary>How many are late.</summary>
    public int Late => Lights.GetValueOrDefault(BoardLight.Late) + Lights.GetValueOrDefault(BoardLight.Escalated);
}

/// <summary>
/// The board as queries: the same narrowing for the numbers, the overview, the list, the paper and the table, so that none of them tells more
/// than another. The list goes by the place of the items and continues behind the last row shown.
/// </summary>
public sealed class BoardQueries(AccountabilityDb db, StageCatalog stages, CalendarSource calendars)
{
    /// <summary>How many rows a page shows.</summary>
    public const int PageSize = 30;

    private const int MostSums = 60;

    /// <summary>One page, worst first, and where the next one begins; null where this is the last.</summary>
    public async Task<(IReadOnlyList<BoardItem> Rows, string? Next)> PageAsync(BoardFilter filter, Viewer viewer, int size, CancellationToken cancellationToken)
    {
        var rows = Narrowed(filter, viewer);
        if (filter.After is { } after)
            rows = rows.Where(row => string.Compare(row.Item.Place, after) > 0);
        var found = await rows.OrderBy(row => row.Item.Place).Take(size + 1).Select(row => new BoardItem
        {
            Item = row.Item, Deadline = row.Deadline, Number = row.File.Number, Title = row.File.Title, Level = row.File.Level, County = row.File.County,
        }).AsNoTracking().ToListAsync(cancellationToken);
        return ([.. found.Take(size)], found.Count > size ? found[size - 1].Item.Place : null);
    }

    /// <summary>The numbers on top: under every filter but light and age, which they offer themselves.</summary>
    public async Task<BoardCounts> CountAsync(BoardFilter filter, Viewer viewer, CancellationToken cancellationToken)
    {
        var groups = await Lit(filter with { Light = null, Age = null }, viewer).GroupBy(row => new { row.Light, row.Age })
            .Select(group => new { group.Key.Light, group.Key.Age, Count = group.Count() }).ToListAsync(cancellationToken);
        return new BoardCounts(
            Enum.GetValues<BoardLight>().ToDictionary(light => light, light => groups.Where(group => group.Light == light).Sum(group => group.Count)),
            groups.Where(group => group.Age >= 0).GroupBy(group => group.Age).ToDictionary(age => age.Key, age => age.Sum(group => group.Count)));
    }

    /// <summary>The overview by one side, most late first.</summary>
    public async Task<IReadOnlyList<BoardSum>> SumAsync(BoardFilter filter, Viewer viewer, CancellationToken cancellationToken)
    {
        var today = BeijingTime.DayOf(viewer.Now);
        var byOffice = filter.By is BoardSide.Office;
        var rows = Lit(filter, viewer);
        var keyed = filter.By switch
        {
            BoardSide.Office => rows.Select(row => new { Key = (string?)row.CandidateKey, More = row.AssigneeId, row.Light }),
            BoardSide.Stage => rows.Select(row => new { Key = (string?)row.StageType, More = row.StageTitle, row.Light }),
            BoardSide.County => rows.Select(row => new { Key = row.County, More = (string?)null, row.Light }),
            _ => rows.Select(row => new { Key = (string?)row.CaseId, More = (string?)null, row.Light }),
        };
        var groups = await keyed.GroupBy(row => new { row.Key, row.More, row.Light })
            .Select(group => new { group.Key.Key, group.Key.More, group.Key.Light, Count = group.Count() }).ToListAsync(cancellationToken);
        var offices = new ItemOffices(viewer.Directory, today);
        var leaders = byOffice ? await LeadersAsync(groups.Select(group => group.Key), cancellationToken) : [];
        var names = filter.By is BoardSide.Case ? await NumbersAsync([.. groups.Select(group => group.Key!).Distinct()], cancellationToken) : [];
        return [.. groups
            .GroupBy(group => filter.By switch
            {
                BoardSide.Office => offices.Of(group.Key!, group.More, leaders.GetValueOrDefault),
                BoardSide.Stage => new StageChoice(group.Key!, group.More).Key,
                _ => group.Key,
            })
            .Where(side => side.Key is not null)
            .Select(side => new BoardSum(side.Key!, filter.By switch
            {
                BoardSide.Office => offices.NameOf(side.Key),
                BoardSide.Stage => StageChoice.Of(side.Key!).NameIn(stages),
                BoardSide.County => viewer.Directory.ShortNameOf(side.Key!, today),
                _ => names[side.Key!],
            }, side.GroupBy(group => group.Light).ToDictionary(light => light.Key, light => light.Sum(group => group.Count))))
            .OrderByDescending(sum => sum.Lights.GetValueOrDefault(BoardLight.Escalated)).ThenByDescending(sum => sum.Late)
            .ThenByDescending(sum => sum.Lights.GetValueOrDefault(BoardLight.Near)).ThenBy(sum => sum.Name, StringComparer.Ordinal).Take(MostSums)];
    }

    /// <summary>The stages that the board may be narrowed to: all in front of the wall, and of the added steps those that the viewer looks after.</summary>
    public async Task<IReadOnlyList<StageChoice>> StagesAsync(Viewer viewer, CancellationToken cancellationToken) => StageChoice.Among(
        stages.All.Where(stage => !stage.About.Walled),
        await CaseAccess.SupervisedBy(viewer.Actor, db).Where(item => item.Title != null).Select(item => item.Title!).Distinct().ToListAsync(cancellationToken));

    /// <summary>The last working day late of each age.</summary>
    public static IReadOnlyList<int> MostOfAges(Viewer viewer) => OversightRules.Shipped.LightsOn(BeijingTime.DayOf(viewer.Now)).Ages;

    /// <summary>The organisations of the leaders of teams, by the teams' keys.</summary>
    internal async Task<Dictionary<string, string>> LeadersAsync(IEnumerable<string?> keys, CancellationToken cancellationToken)
    {
        var cases = keys.Where(key => key?.StartsWith("team:", StringComparison.Ordinal) is true).Select(key => key![(key!.IndexOf('@') + 1)..]).Distinct().ToList();
        return cases.Count == 0 ? [] : (await db.Set<TeamMember>().AsNoTracking().Where(member => cases.Contains(member.CaseId) && member.To == null
                && member.Function == TeamFunction.Leader).ToListAsync(cancellationToken))
            .GroupBy(member => AddressKey.OfTeam(member.Team, member.CaseId)).ToDictionary(team => team.Key, team => team.First().OrganisationId);
    }

    private IQueryable<LitItem> Lit(BoardFilter filter, Viewer viewer) =>
        Narrowed(filter, viewer).Select(SupervisedItem.Lit(viewer.Now, NearEnds(viewer), AgesOf(viewer)));

    private IQueryable<SupervisedItem> Narrowed(BoardFilter filter, Viewer viewer)
    {
        var rows = SupervisedItem.Of(viewer.Actor, db);
        if (filter.Light is { } light)
            rows = rows.Where(SupervisedItem.Is(light, viewer.Now, NearEnds(viewer)));
        if (filter.Stage is { } stage)
            rows = StageChoice.Of(stage) is { Title: { } title } added ? rows.Where(row => row.Item.StageType == added.Type && row.Item.Title == title)
                : rows.Where(row => row.Item.StageType == stage);
        if (filter.Office is { } office)
            rows = rows.Where(new ItemOffices(viewer.Directory, BeijingTime.DayOf(viewer.Now)).Where(office, db));
        if (filter.County is { } county)
            rows = rows.Where(row => row.File.County == county);
        if (filter.Case is { } caseId)
            rows = rows.Where(row => row.Item.CaseId == caseId);
        if (filter.Age is { } age)
            rows = OfAge(rows, age, viewer);
        if (filter.Ordered)
            rows = rows.Where(row => db.Set<SupervisionOrder>().Any(order => order.WorkItemId == row.Item.Id
                && (order.Status == OrderStatus.Proposed || order.Status == OrderStatus.Open)));
        return filter.Words.Length > 0 ? WithWords(rows, filter.Words) : rows;
    }

    private IQueryable<SupervisedItem> OfAge(IQueryable<SupervisedItem> rows, int age, Viewer viewer)
    {
        var (now, ages) = (viewer.Now, AgesOf(viewer));
        rows = rows.Where(row => row.Item.DueAt < now);
        if (age < ages.Count && ages[age] is var oldest)
            rows = rows.Where(row => row.Item.DueAt >= oldest);
        if (age > 0 && ages[Math.Min(age, ages.Count) - 1] is var youngest)
            rows = rows.Where(row => row.Item.DueAt < youngest);
        return rows;
    }

    // Number and title only: by the names of parties nobody is to find here what he may not read.
    private IQueryable<SupervisedItem> WithWords(IQueryable<SupervisedItem> rows, string words)
    {
        var acts = stages.All.Where(stage => stage.Title.ToString().Contains(words, StringComparison.CurrentCultureIgnoreCase)).Select(stage => stage.About.Type).ToList();
        var number = words.Replace('[', '〔').Replace('(', '〔').Replace('（', '〔').Replace(']', '〕').Replace(')', '〕').Replace('）', '〕');
        return rows.Where(row => row.File.Title.Contains(words) || row.File.Number.Contains(number) || row.Item.About!.Contains(words) || acts.Contains(row.Item.StageType));
    }

    private async Task<Dictionary<string, string>> NumbersAsync(List<string> ids, CancellationToken cancellationToken) =>
        await db.Cases.Where(file => ids.Contains(file.Id)).Select(file => new { file.Id, file.Number, file.Title })
            .ToDictionaryAsync(file => file.Id, file => $"{file.Number} {file.Title}", cancellationToken);

    private IReadOnlyList<DateTimeOffset> AgesOf(Viewer viewer) => [.. OversightRules.Shipped.LightsOn(BeijingTime.DayOf(viewer.Now))
        .AgesOn(calendars.LastRead, BeijingTime.DayOf(viewer.Now)).Select(BeijingTime.EndOf)];

    /// <summary>Until when what an older version started is near.</summary>
    internal DateTimeOffset NearEnds(Viewer viewer) => BeijingTime.EndOf(calendars.LastRead.Move(BeijingTime.DayOf(viewer.Now),
        OversightRules.Shipped.LightsOn(BeijingTime.DayOf(viewer.Now)).NearWorkingDays));
}
