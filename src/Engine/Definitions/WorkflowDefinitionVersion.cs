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

    /// <summary>The definition as Elsa 3 JSON, with everything that was in it.</summary>
    public required string Json { get; set; }

    /// <summary>SHA-256 of the JSON, upper hex.</summary>
    public required string Hash { get; set; }

    /// <summary>Whether it is the newest version.</summary>
    public bool IsLatest { get; set; }

    /// <summary>Whether new instances start with it.</summary>
    public bool IsPublished { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What <see cref="Hash"/> holds for this JSON.</summary>
    public static string HashOf(string json) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
