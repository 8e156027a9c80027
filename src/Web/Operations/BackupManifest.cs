using System.Text.Json;

namespace WorkflowAccountability.Web.Operations;

/// <summary>The first part of every backup: what is in it, and which version can read it.</summary>
/// <param name="Provider"><c>Sqlite</c> or <c>PostgreSql</c>; a backup goes back to the product that it came from.</param>
/// <param name="At">When it was made (UTC).</param>
/// <param name="Migrations">The schema, in order.</param>
/// <param name="DatabaseHash">SHA-256 of the database part, upper hex.</param>
/// <param name="Files">The names of the uploaded files.</param>
public sealed record BackupManifest(
    string Provider, DateTimeOffset At, IReadOnlyList<string> Migrations, int Cases, long AuditEntries, string DatabaseHash, IReadOnlyList<string> Files)
{
    internal const string PartName = "manifest.json", DatabasePart = "database", FilesFolder = "files/";

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, json);

    internal static async Task<BackupManifest> ReadAsync(Stream part, CancellationToken cancellationToken) =>
        await JsonSerializer.DeserializeAsync<BackupManifest>(part, json, cancellationToken) ?? throw new JsonException("The manifest is empty.");
}
