using System.Security.Cryptography;
using System.Text;

namespace WorkflowAccountability.Engine.Definitions;

/// <summary>The stored row of one version of a definition. A published version never changes.</summary>
public sealed class WorkflowDefinitionVersion
{
    /// <summary>The version's own id.</summary>
    public required string Id { get; init; }

    /// <summary>The definition's id, the same for all its versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The name people see.</summary>
    public required string Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The definition as Elsa 3 JSON, with everything that was in it.</summary>
    public required string Json { get; set; }

    /// <summary>SHA-256 of the JSON, upper hex.</summary>
    public required string Hash { get; set; }

    /// <summary>Whether it is the newest version.</summary>
    public bool IsLatest { get; set; }

    /// <summary>Whether new instances start with it, from <see cref="EffectiveFrom"/> on and until a later version takes its place.</summary>
    public bool IsPublished { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows by one with every change of the row; a writer who saw an older one loses.</summary>
    public long Revision { get; set; }

    /// <summary>The ids of the people who wrote at it, separated by commas; empty for a file that was imported.</summary>
    public string Drafters { get; set; } = "";

    /// <summary>When it was last saved (UTC); null for a file that was imported.</summary>
    public DateTimeOffset? SavedAt { get; set; }

    /// <summary>The <see cref="Hash"/> before it was last saved.</summary>
    public string? HashBefore { get; set; }

    /// <summary>When it was laid before those who check (UTC); null while it is written.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>Who laid it before them.</summary>
    public string? SubmittedBy { get; set; }

    /// <summary>When it was found in order (UTC); null while it is not.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Who found it in order.</summary>
    public string? CheckedBy { get; set; }

    /// <summary>The version of the regulation that it was checked against.</summary>
    public string? CheckedAgainst { get; set; }

    /// <summary>When it was published (UTC); null while it is not, or where the imported file said so.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Who published it.</summary>
    public string? PublishedBy { get; set; }

    /// <summary>The first day, in Beijing, on which new instances start with it; null where it did so as soon as it was published.</summary>
    public DateOnly? EffectiveFrom { get; set; }

    /// <summary>The ids in <see cref="Drafters"/>.</summary>
    public IReadOnlyList<string> DraftedBy => Drafters.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What <see cref="Hash"/> holds for this JSON.</summary>
    public static string HashOf(string json) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
