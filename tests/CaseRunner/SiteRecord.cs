using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowAccountability.Procedure;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Notifications;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Procedure.Stages;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.CaseRunner;

/// <summary>Reads what the site has written down. Nothing is ever changed here: every act goes through a page.</summary>
internal sealed class SiteRecord(IServiceProvider services)
{
    private readonly IDbContextFactory<AccountabilityDb> databases = services.GetRequiredService<IDbContextFactory<AccountabilityDb>>();

    /// <summary>A case's work items, the first opened first.</summary>
    public async Task<IReadOnlyList<WorkItem>> ItemsOfAsync(string caseId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var items = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId).ToListAsync();
        return [.. items.OrderBy(item => item.OpenedAt)
            .ThenBy(item => item.StageType, StringComparer.Ordinal).ThenBy(item => item.Seat, StringComparer.Ordinal)];
    }

    /// <summary>A case's notices, in the order in which they were written.</summary>
    public async Task<IReadOnlyList<Notice>> NoticesOfAsync(string caseId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.CaseId == caseId).ToListAsync();
        return [.. notices.OrderBy(notice => notice.At).ThenBy(notice => notice.Id.Length).ThenBy(notice => notice.Id, StringComparer.Ordinal)];
    }

    /// <summary>By which outcome the case's last act left its stage; null where it left none.</summary>
    public async Task<string?> LastOutcomeAsync(string caseId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var details = await db.Audit.Where(entry => entry.CaseId == caseId)
            .OrderByDescending(entry => entry.Sequence).Select(entry => entry.Details).FirstAsync();
        using var document = JsonDocument.Parse(details);
        return document.RootElement.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null;
    }

    /// <summary>The newest official document of a kind that is not void; null where there is none.</summary>
    public async Task<string?> PaperAsync(string caseId, string kind)
    {
        await using var db = await databases.CreateDbContextAsync();
        return (await db.Papers.AsNoTracking().Where(paper => paper.CaseId == caseId && paper.Kind == kind && paper.Status != PaperStatus.Void).ToListAsync()).MaxBy(paper => paper.DraftedAt)?.Id;
    }

    /// <summary>The newest public edition of a case; null where there is none.</summary>
    public async Task<string?> EditionAsync(string caseId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return (await db.PublicEditions.AsNoTracking().Where(edition => edition.CaseId == caseId).ToListAsync()).MaxBy(edition => edition.Number)?.Id;
    }

    /// <summary>The case file as it stands.</summary>
    public async Task<CaseFile> FileAsync(string caseId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var file = await db.Cases.AsNoTracking().AsSplitQuery()
            .Include(file => file.Submissions).Include(file => file.TeamMembers).Include(file => file.Parties)
            .Include(file => file.Measures).Include(file => file.Restrictions).Include(file => file.Referrals)
            .SingleAsync(file => file.Id == caseId);
        file.Submissions.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return file;
    }

    /// <summary>The stages that the case has left, in order, with the outcome of each.</summary>
    public async Task<IReadOnlyList<string>> PassagesAsync(string caseId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var bursts = await db.Journal.AsNoTracking()
            .Join(db.Instances.Where(instance => instance.CaseId == caseId), burst => burst.InstanceId, instance => instance.Id,
                (burst, instance) => new { burst, instance.CreatedAt }).ToListAsync();
        return [.. bursts.SelectMany(row => row.burst.Read().Select(entry => (entry, row.CreatedAt)))
            .Where(row => row.entry.EventName == "Completed" && row.entry.ActivityType.StartsWith(Vocabulary.StagePrefix, StringComparison.Ordinal))
            .OrderBy(row => row.entry.Timestamp).ThenBy(row => row.CreatedAt).ThenBy(row => row.entry.Sequence)
            .Select(row => $"{Short(row.entry.ActivityType)}: {string.Join(',', row.entry.Outcomes)}")];
    }

    /// <summary>Activities of the case that failed and wait for an operator.</summary>
    public async Task<IReadOnlyList<string>> IncidentsAsync(string caseId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var incidents = await db.Incidents
            .Where(incident => db.Instances.Any(row => row.Id == incident.InstanceId && row.CaseId == caseId)).ToListAsync();
        return [.. incidents.OrderBy(incident => incident.Timestamp).Select(incident => $"{incident.ActivityId}: {incident.Message}")];
    }

    /// <summary>What the definitions can visit, and what was visited.</summary>
    public async Task AddToAsync(Coverage coverage)
    {
        await using var db = await databases.CreateDbContextAsync();
        var stages = services.GetRequiredService<StageCatalog>();
        foreach (var json in await db.Definitions.Where(row => row.IsPublished).Select(row => row.Json).ToListAsync())
            coverage.CanVisit(json, type => stages[type].Outcomes);
        foreach (var entry in (await db.Journal.AsNoTracking().ToListAsync()).SelectMany(burst => burst.Read()))
            if (entry.EventName == "Completed")
                coverage.Visited(entry.ActivityType, entry.Outcomes);
    }

    public static string Short(string stageType) => stageType[Vocabulary.StagePrefix.Length..];

    public static string? Day(DateTimeOffset? at) => at is { } moment ? Day(BeijingTime.DayOf(moment)) : null;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
