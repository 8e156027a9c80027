using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Engine.Bookmarks;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;
using WorkflowAccountability.Procedure.Cases;
using WorkflowAccountability.Procedure.Deadlines;
using WorkflowAccountability.Procedure.Drafts;
using WorkflowAccountability.Procedure.Stages;

namespace WorkflowAccountability.Procedure.WorkItems.Verbs;

/// <summary>
/// What is needed to take a submission back (撤回). It is kept only where the submission did nothing but open and close items: whatever
/// changed the facts of the case or was told to anybody is not undone.
/// </summary>
public sealed class RecallPoint
{
    /// <summary>The completed item.</summary>
    public required string WorkItemId { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The workflow instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Who submitted.</summary>
    public required string PersonId { get; init; }

    /// <summary>When he submitted (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The instance's state before.</summary>
    public required string StateBefore { get; init; }

    /// <summary>The instance's version after it: a later one says that the case went on.</summary>
    public long InstanceVersion { get; set; }

    /// <summary>The ids of the items that it opened, a JSON array.</summary>
    public string Opened { get; set; } = "[]";

    /// <summary>The ids of the items that lapsed by it, a JSON array.</summary>
    public string Lapsed { get; set; } = "[]";

    /// <summary>Keeps the point where the submission can be taken back.</summary>
    internal void Keep(AccountabilityDb db, Stage stage, CaseFile file, WorkflowInstance instance, WorkItem item)
    {
        db.ChangeTracker.DetectChanges();
        if (stage.About.IsFinal || db.ChangeTracker.Entries().Any(entry => entry.State is not EntityState.Unchanged && !IsWork(entry.Entity))
            || file.Submissions.Count(each => db.Entry(each).State is EntityState.Added) != 1)
            return;
        var items = db.ChangeTracker.Entries<WorkItem>().ToList();
        InstanceVersion = instance.Version;
        Opened = Ids(items.Where(entry => entry.State is EntityState.Added).Select(entry => entry.Entity));
        Lapsed = Ids(items.Where(entry => entry.State is EntityState.Modified && entry.Entity != item
            && entry.Entity.Status is WorkItemStatus.Lapsed).Select(entry => entry.Entity));
        db.Add(this);
    }

    internal static List<string> Read(string ids) => JsonSerializer.Deserialize<List<string>>(ids)!;

    private static string Ids(IEnumerable<WorkItem> items) => JsonSerializer.Serialize(items.Select(item => item.Id));

    // An incident is no plain step: an operator deals with it.
    private static bool IsWork(object entity) =>
        entity is WorkItem or Draft or Deadline or DeadlineBasis or DeadlineRung or StoredBookmark or JournaledBurst or WorkflowInstance or Submission;
}
