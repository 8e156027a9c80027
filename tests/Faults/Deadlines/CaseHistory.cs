using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Audit;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Forms;
using WorkflowAccountability.Procedure.Stages.CooperateWithSuperior;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Faults.Deadlines;

/// <summary>What the audit says was told: once for each rung of each entry.</summary>
/// <param name="Count">How often the ladder had been set up anew before.</param>
internal sealed record Told(string Rung, int Count, DateTimeOffset At);

/// <summary>A stop, from the day on which it began.</summary>
internal sealed record PlayedStop(string Id, string CaseId, DateOnly On, DateTimeOffset From, DateTimeOffset? To);

/// <summary>What officials did, as items, extensions and the audit hold it. The rows of the rungs themselves are not asked.</summary>
internal sealed class CaseHistory(
    IReadOnlyDictionary<string, string?> levels, IReadOnlyList<WorkItem> items, IReadOnlyList<PlayedPeriod> periods, IReadOnlyDictionary<string, (string Code, DateOnly StartsOn)> starts,
    ILookup<string, AuditEntry> entries, IReadOnlyDictionary<string, int> extensions)
{
    private readonly Dictionary<(string CaseId, string Activity), DateTimeOffset> done = items.Where(item => item.ClosedAt is not null)
        .GroupBy(item => (item.CaseId, item.ActivityId)).ToDictionary(same => same.Key, same => same.Max(item => item.ClosedAt!.Value));

    /// <summary>Every work item.</summary>
    public IReadOnlyList<WorkItem> Items => items;

    /// <summary>The periods that entries began.</summary>
    public IReadOnlyList<PlayedPeriod> Periods => periods;

    /// <summary>The stops that began, with their ends; a case has one at a time.</summary>
    public IEnumerable<PlayedStop> Stops => entries.SelectMany(ofCase => ofCase.Where(entry => entry.Act == nameof(StopDeadlines) && !IsEnd(entry)).Select(entry => new PlayedStop(
        entry.CommandId, entry.CaseId, Day(entry), entry.At, ofCase.FirstOrDefault(end => end.Act == nameof(StopDeadlines) && end.Sequence > entry.Sequence)?.At)));

    /// <summary>How many periods were extended.</summary>
    public int Extensions => extensions.Count;

    public static async Task<CaseHistory> ReadAsync(AccountabilityDb db, IReadOnlyDictionary<string, string?> levels) => new(levels,
        await db.WorkItems.AsNoTracking().ToListAsync(),
        await PeriodsAsync(db),
        await db.Deadlines.AsNoTracking().ToDictionaryAsync(deadline => deadline.Id, deadline => (deadline.Code, deadline.StartsOn)),
        (await db.Audit.AsNoTracking().Where(entry => entry.Act == nameof(FireDeadline) || entry.Act == nameof(FireStop)
                || entry.Act == nameof(StopDeadlines) || entry.Act == nameof(ExtendDeadline))
            .OrderBy(entry => entry.Sequence).ToListAsync()).ToLookup(entry => entry.CaseId),
        await db.Set<DeadlineExtension>().AsNoTracking().ToDictionaryAsync(extension => extension.Id, extension => extension.Length));

    /// <summary>The code that the item must have and the day from which it must count; where its row says otherwise, the site is wrong.</summary>
    public (string Code, DateOnly StartsOn) BeginningOf(WorkItem item)
    {
        var (code, start) = starts[item.Id];
        var level = levels.GetValueOrDefault(item.CaseId);
        DateOnly DayOf(params string[] activities) => activities.Max(activity => Day(done[(item.CaseId, activity)]));
        var begun = code switch
        {
            // The emergency of every event that is played ended two days before the launch.
            "D07a" or "D07b" => DayOf("LaunchInvestigation").AddDays(-2),
            "D07c" => DayOf("LaunchInvestigation"),
            "D09" => DayOf("DecideSupervision"),
            "D14" => DayOf("ReviewByPartyCommittee", "ReviewByGovernment"),
            _ => Day(item.OpenedAt),
        };
        if (start != begun)
            throw new InvalidOperationException($"{item.Id}: {code} starts on {start:O}, not on {begun:O}.");
        if (code.StartsWith("D07", StringComparison.Ordinal) && code != PeriodRow.Investigation(level))
            throw new InvalidOperationException($"{item.Id}: the investigation of a case of level {level} goes by {code}.");
        return (code, start);
    }

    /// <summary>What happened to the item's clock, also before it was opened.</summary>
    public IReadOnlyList<ClockChange> ClockOf(WorkItem item) => [.. entries[item.CaseId].Where(entry => Concerns(entry, item)).Select(entry =>
        entry.Act == nameof(ExtendDeadline) ? new ClockChange(ClockChangeKind.IsExtended, entry.At, default, extensions[entry.CommandId])
        : new ClockChange(IsEnd(entry) ? ClockChangeKind.GoesOn : ClockChangeKind.Stops, entry.At, Day(entry)))];

    /// <summary>What was told of the item.</summary>
    public IReadOnlyList<Told> ToldOf(WorkItem item)
    {
        var count = 0;
        List<Told> told = [];
        foreach (var entry in entries[item.CaseId].Where(entry => entry.At >= item.OpenedAt))
            if (entry.Act == nameof(FireDeadline) && Read(entry, "item").GetString() == item.Id)
                told.AddRange(Read(entry, "rungs").EnumerateArray().Select(rung => new Told(rung.GetString()!, count, entry.At)));
            else
                count += Concerns(entry, item) ? 1 : 0;
        return told;
    }

    /// <summary>What was told of a stop that nobody had ended.</summary>
    public IReadOnlyList<Told> ToldOf(PlayedStop stop) => [.. entries[stop.CaseId].Where(entry => entry.Act == nameof(FireStop) && Read(entry, "of").GetString() == stop.Id)
        .SelectMany(entry => Read(entry, "rungs").EnumerateArray().Select(rung => new Told(rung.GetString()!, 0, entry.At)))];

    /// <summary>What was told of a period that an entry began.</summary>
    public IReadOnlyList<Told> ToldOf(PlayedPeriod period) => [.. entries[period.CaseId].Where(entry => entry.Act == nameof(FireDeadline) && Read(entry, "item").GetString() == period.Id)
        .SelectMany(entry => Read(entry, "rungs").EnumerateArray().Select(rung => new Told(rung.GetString()!, 0, entry.At)))];

    /// <summary>The day that a superior has set for an item; null for all others.</summary>
    public static DateOnly? SetFor(WorkItem item) =>
        item.DeadlineCode == "DS2" ? ((CooperationSupplyForm)FormJsonText.Read(item.Prefill!, typeof(CooperationSupplyForm))).DueOn : null;

    private static async Task<IReadOnlyList<PlayedPeriod>> PeriodsAsync(AccountabilityDb db)
    {
        var files = await db.Cases.AsNoTracking().Include(file => file.Entries).Include(file => file.Measures).AsSplitQuery().ToListAsync();
        var rows = (await db.Deadlines.AsNoTracking().Where(deadline => deadline.EntryId != null).ToListAsync()).ToLookup(deadline => deadline.CaseId);
        return [.. files.SelectMany(file => PlayedPeriods.Of(file.Id, [.. file.Entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Number)],
            file.Measures.ToDictionary(measure => measure.Id, measure => measure.Code), file.ClosedAt, [.. rows[file.Id]]))];
    }

    // The assessment of the damage stops the investigation; an extension is one deadline's.
    private static bool Concerns(AuditEntry entry, WorkItem item) =>
        entry.Act == nameof(StopDeadlines) ? item.DeadlineCode!.StartsWith("D07", StringComparison.Ordinal)
        : entry.Act == nameof(ExtendDeadline) && Read(entry, "item").GetString() == item.Id;

    private static bool IsEnd(AuditEntry entry) => Read(entry, "ends").GetBoolean();

    private static JsonElement Read(AuditEntry entry, string name)
    {
        using var details = JsonDocument.Parse(entry.Details);
        return details.RootElement.GetProperty(name).Clone();
    }

    private static DateOnly Day(AuditEntry entry) => DateOnly.Parse(Read(entry, "on").GetString()!, CultureInfo.InvariantCulture);

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(8)).DateTime);
}
