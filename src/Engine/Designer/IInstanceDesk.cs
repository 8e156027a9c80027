using System.Text.Json.Nodes;
using WorkflowAccountability.Engine.Instances;
using WorkflowAccountability.Engine.Journal;

namespace WorkflowAccountability.Engine.Designer;

/// <summary>Where a designer looks at instances. What a person may not know of is not there for him; nothing can be changed here.</summary>
public interface IInstanceDesk
{
    /// <summary>The instances that exist for a person, one page of them.</summary>
    Task<InstancePage> ListAsync(Designer who, InstanceQuery query, CancellationToken cancellationToken);

    /// <summary>An instance as the person may know it; null if there is none for him.</summary>
    Task<InstanceSheet?> FindAsync(Designer who, string instanceId, CancellationToken cancellationToken);


    /// <summary>Whether an instance that exists for the person runs this version of a definition.</summary>
    Task<bool> RunsAsync(Designer who, string definitionVersionId, CancellationToken cancellationToken);

    /// <summary>How often instances have changed, by their id: a number that grows. Those that are gone are left out.</summary>
    Task<IReadOnlyDictionary<string, long>> RevisionsAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken);
}

/// <summary>Which instances, in which order.</summary>
/// <param name="Page">From 0.</param>
/// <param name="OrderBy">Created, LastExecuted, Finished or Name; null for the newest change first.</param>
public sealed record InstanceQuery(
    int Page, int PageSize, string? SearchTerm, IReadOnlyList<string> DefinitionIds, IReadOnlyList<WorkflowStatus> Statuses,
    IReadOnlyList<WorkflowSubStatus> SubStatuses, bool? HasIncidents, string? OrderBy, bool Ascending);

/// <summary>A page of instances.</summary>
public sealed record InstancePage(IReadOnlyList<InstanceLine> Lines, long TotalCount);

/// <summary>An instance, as lists show it.</summary>
/// <param name="Name">What it is about, for people.</param>
/// <param name="CorrelationId">A number by which people know what it is about.</param>
public sealed record InstanceLine(
    string Id, string DefinitionId, string DefinitionVersionId, int Version, WorkflowStatus Status, WorkflowSubStatus SubStatus, string Name,
    string CorrelationId, int IncidentCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);

/// <summary>An instance with as much of its record as a person may know.</summary>
/// <param name="Journal">In order.</param>
/// <param name="Waiting">The executions that wait at a bookmark, each with what the bookmark remembers.</param>
public sealed record InstanceSheet(
    InstanceLine Line, IReadOnlyList<JournalEntry> Journal, IReadOnlyDictionary<string, JsonNode?> Waiting,
    IReadOnlyList<StoredIncident> Incidents, IReadOnlyList<InstanceVariable> Variables);

/// <summary>A variable of an instance.</summary>
public sealed record InstanceVariable(string Id, string Name, JsonNode? Value);
