using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Operations;

/// <summary>Puts a backup back. It is unpacked and examined whole before anything is touched.</summary>
internal sealed class Restore(SiteOptions options)
{
    /// <returns>Where the former database is kept; null where there was none.</returns>
    public async Task<string?> ReadAsync(string file, bool force, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            throw new VerbRefusedException($"There is no file {file}.");
        var product = DatabaseCopy.Of(options.Connection);
        var folder = Directory.CreateTempSubdirectory("restore-");
        try
        {
            var manifest = await UnpackAsync(file, folder.FullName, cancellationToken);
            await DemandAsync(manifest, product, folder.FullName, cancellationToken);
            var kept = await product.LoadAsync(Path.Combine(folder.FullName, BackupManifest.DatabasePart), force, cancellationToken);
            Take(manifest, folder.FullName);
            return kept;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<BackupManifest> UnpackAsync(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var bytes = File.OpenRead(file);
            await using var unzipped = new GZipStream(bytes, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: false, cancellationToken);
            await using var part = File.OpenRead(Path.Combine(folder, BackupManifest.PartName));
            return await BackupManifest.ReadAsync(part, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or JsonException or IOException)
        {
            throw new VerbRefusedException($"{file} is no backup of this system, or is damaged: {fault.Message}");
        }
    }

    private async Task DemandAsync(BackupManifest manifest, DatabaseCopy product, string folder, CancellationToken cancellationToken)
    {
        if (manifest.Provider != product.Name)
            throw new VerbRefusedException($"The backup is one of {manifest.Provider}, the database named is one of {product.Name}.");
        await using var db = SiteDatabase.Open(options.Connection);
        if (manifest.Migrations.Except(db.Database.GetMigrations()).ToList() is { Count: > 0 } newer)
            throw new VerbRefusedException($"The backup was made by a newer version ({string.Join(", ", newer)}). Restore it with that version.");
        var hash = await StoredFiles.HashOfAsync(Path.Combine(folder, BackupManifest.DatabasePart), cancellationToken);
        if (hash != manifest.DatabaseHash)
            throw new VerbRefusedException("The backup's database part was changed after the backup was made. Nothing was restored.");
        var files = Path.Combine(folder, BackupManifest.FilesFolder);
        if (manifest.Files.Where(name => !File.Exists(Path.Combine(files, name))).ToList() is { Count: > 0 } missing)
            throw new VerbRefusedException($"The backup lacks files that it names: {string.Join(", ", missing)}. Nothing was restored.");
    }

    // A file's name is the hash of its bytes: what is there already is the same. What is not the same is found by the verification that follows.
    private void Take(BackupManifest manifest, string folder)
    {
        foreach (var name in manifest.Files)
        {
            var place = Path.Combine(StoredFiles.FolderOf(options), name);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(Path.Combine(folder, BackupManifest.FilesFolder, name), place, overwrite: true);
        }
    }
}
