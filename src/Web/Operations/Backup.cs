using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Operations;

/// <summary>
/// One file with everything: the database as of one moment, while the site may go on working, then the uploaded files. A file that comes
/// after the moment does no harm; none that the database knows is missing, for files are stored before they are named.
/// </summary>
internal sealed class Backup(SiteOptions options)
{
    public async Task<BackupManifest> WriteAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
            throw new VerbRefusedException($"{file} is there already; name another file.");
        var folder = Directory.CreateTempSubdirectory("backup-");
        try
        {
            var part = Path.Combine(folder.FullName, BackupManifest.DatabasePart);
            var product = DatabaseCopy.Of(options.Connection);
            await product.SaveAsync(part, cancellationToken);
            var manifest = await DescribeAsync(product, part, cancellationToken);
            // Beside its place first: a backup that breaks off must not look like one.
            var unfinished = file + ".unfinished";
            await PackAsync(unfinished, manifest, part, cancellationToken);
            File.Move(unfinished, file);
            return manifest;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<BackupManifest> DescribeAsync(DatabaseCopy product, string part, CancellationToken cancellationToken)
    {
        await using var db = SiteDatabase.Open(options.Connection);
        return new BackupManifest(product.Name, TimeProvider.System.GetUtcNow(), [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)],
            await db.Cases.CountAsync(cancellationToken), await db.Audit.LongCountAsync(cancellationToken),
            await StoredFiles.HashOfAsync(part, cancellationToken), StoredFiles.In(StoredFiles.FolderOf(options)));
    }

    private async Task PackAsync(string file, BackupManifest manifest, string part, CancellationToken cancellationToken)
    {
        await using var bytes = new FileStream(file, FileMode.Create, FileAccess.Write);
        await using var zipped = new GZipStream(bytes, CompressionLevel.Fastest);
        await using var archive = new TarWriter(zipped);
        using var described = new MemoryStream(manifest.Write());
        await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupManifest.PartName) { DataStream = described }, cancellationToken);
        await archive.WriteEntryAsync(part, BackupManifest.DatabasePart, cancellationToken);
        foreach (var name in manifest.Files)
            await archive.WriteEntryAsync(Path.Combine(StoredFiles.FolderOf(options), name), BackupManifest.FilesFolder + name, cancellationToken);
    }
}
