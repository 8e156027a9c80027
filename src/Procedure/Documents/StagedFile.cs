using System.Security.Cryptography;
using System.Text;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>A file that somebody has uploaded and not yet handed in. It exists for him alone, and for a day.</summary>
public sealed class StagedFile
{
    /// <summary>32 hex digits, made from content, name, owner and target: the same upload again is the same row, and who signs the id signs the content.</summary>
    public required string Id { get; init; }

    /// <summary>The work item or the case that it is meant for.</summary>
    public required string Target { get; init; }

    /// <summary>Whose it is.</summary>
    public required string PersonId { get; set; }

    /// <summary>Its name, cleaned.</summary>
    public required string Name { get; init; }

    /// <summary>What it was found to be.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of its content, upper hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it came last (UTC).</summary>
    public required DateTimeOffset At { get; set; }

    internal static string IdOf(string sha256, string name, string personId, string target) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sha256}|{personId}|{target}|{name}")))[..32];
}
