using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Designer;

/// <summary>Where a designer reads definitions and gives orders about them. Whoever keeps them decides; what is refused is said in words.</summary>
public interface IDefinitionDesk
{
    /// <summary>All versions of all definitions, without their JSON.</summary>
    Task<IReadOnlyList<DefinitionSummary>> SummariesAsync(CancellationToken cancellationToken);

    /// <summary>A version by its own id; null if there is none.</summary>
    Task<WorkflowDefinitionVersion?> VersionAsync(string id, CancellationToken cancellationToken);

    /// <summary>Saves a draft, or the first version of a new definition. Saving the same twice changes nothing the second time.</summary>
    Task<DeskAnswer> SaveAsync(Designer who, DraftOrder order, CancellationToken cancellationToken);

    /// <summary>Publishes the newest version, or lays it before those who check where that is still to be done.</summary>
    Task<DeskAnswer> PublishAsync(Designer who, string definitionId, CancellationToken cancellationToken);

    /// <summary>Takes the published version back, so that no new instance starts with it.</summary>
    Task<DeskAnswer> RetractAsync(Designer who, string definitionId, CancellationToken cancellationToken);

    /// <summary>Makes an earlier version's content the newest draft.</summary>
    Task<DeskAnswer> RevertAsync(Designer who, string definitionId, int version, CancellationToken cancellationToken);

    /// <summary>Deletes a definition with all its versions.</summary>
    Task<DeskAnswer> DeleteAsync(Designer who, string definitionId, CancellationToken cancellationToken);

    /// <summary>Deletes one version.</summary>
    Task<DeskAnswer> DeleteVersionAsync(Designer who, string versionId, CancellationToken cancellationToken);
}

/// <summary>A version of a definition, as lists show it.</summary>
public sealed record DefinitionSummary(
    string Id, string DefinitionId, string Name, string? Description, int Version, bool IsLatest, bool IsPublished, DateTimeOffset CreatedAt);

/// <summary>What a designer hands in.</summary>
/// <param name="Json">The definition as Elsa 3 JSON; ids and numbers in it are not taken from there.</param>
/// <param name="DefinitionId">The definition; null for a new one.</param>
/// <param name="VersionId">The version that he has before him; null where he has none, as with an imported file.</param>
/// <param name="Seen">The <see cref="WorkflowDefinitionVersion.Hash"/> of what he was last shown; null where nobody can tell.</param>
public sealed record DraftOrder(string Json, string? DefinitionId, string? VersionId, string? Seen);

/// <summary>What the desk answers to an order.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer() { }

    /// <summary>Carried out.</summary>
    /// <param name="VersionId">The version that the order was about, or made; empty where it is gone.</param>
    /// <param name="Said">What the person must be told beside "done", in his language; else null.</param>
    /// <param name="WasSo">Whether it was so already.</param>
    public sealed record Done(string VersionId, string? Said = null, bool WasSo = false) : DeskAnswer
    {
        /// <summary>What keeps the draft from being published, in the person's language.</summary>
        public IReadOnlyList<string> Warnings { get; init; } = [];

        /// <summary>The ids of the activities that they are about, each once.</summary>
        public IReadOnlyList<string> WarnedAt { get; init; } = [];
    }

    /// <summary>Refused, and nothing changed.</summary>
    /// <param name="Words">Every reason with its way out, in the person's language.</param>
    public sealed record Refused(IReadOnlyList<string> Words) : DeskAnswer;

    /// <summary>There is no such thing for this person.</summary>
    public sealed record NotFound : DeskAnswer;
}
