using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.WorkItems;

namespace WorkflowAccountability.Faults.Worlds;

/// <summary>What of a case waits, and for whom.</summary>
internal sealed class OpenItems(World world, string caseId)
{
    private readonly DirectorySource directories = new();

    /// <summary>The open items, oldest first.</summary>
    public async Task<List<WorkItem>> ToDoAsync()
    {
        await using var db = world.Db();
        return await db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId && item.Status == WorkItemStatus.Open).OrderBy(item => item.OpenedAt).ToListAsync();
    }

    /// <summary>Who may complete an item now, by his id.</summary>
    public async Task<List<string>> AbleAsync(WorkItem item)
    {
        await using var db = world.Db();
        var file = await db.Cases.AsNoTracking().Include(file => file.Parties).Include(file => file.TeamMembers).AsSplitQuery().SingleAsync(file => file.Id == caseId);
        var directory = await directories.CurrentAsync(db, CancellationToken.None);
        var now = world.Get<TimeProvider>().GetUtcNow();
        return [.. (await db.People.Select(person => person.Id).OrderBy(id => id).ToListAsync()).Where(id => item.IsFor(directory.ActorOf(id, now), file))];
    }
}
