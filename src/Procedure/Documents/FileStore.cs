using System.Buffers;
using System.Security.Cryptography;

namespace WorkflowAccountability.Procedure.Documents;

/// <summary>A file on its way in: nobody can see it until it is kept.</summary>
/// <param name="Path">Where it waits.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Upper hex.</param>
public sealed record ReceivedFile(string Path, long Size, string Sha256);

/// <summary>
/// The contents of files, each once, under the SHA-256 of its bytes: <c>files/AB/AB12…</c>. Names, owners and rights lie in the database; what
/// lies here without a row exists for nobody. A store elsewhere takes the place of this class with the same methods.
/// </summary>
public sealed class FileStore(DocumentOptions options)
{
    private const int Piece = 1 << 16;
    private const string Incoming = "incoming";

    /// <summary>Writes a content to the disk as it comes, never more than a piece of it in memory; null where it is over the limit.</summary>
    public async Task<ReceivedFile?> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(options.Folder, Incoming)).FullName, Path.GetRandomFileName());
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        var isWhole = false;
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (int read; (read = await content.ReadAsync(piece.AsMemory(0, Piece), cancellationToken)) > 0;)
            {
                if (file.Length + read > options.MostBytes)
                    return null;
                hash.AppendData(piece, 0, read);
                await file.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            }
            file.Flush(flushToDisk: true);
            isWhole = true;
            return new ReceivedFile(path, file.Length, Convert.ToHexString(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
            if (!isWhole)
                File.Delete(path);
        }
    }

    /// <summary>Puts a received file where its row says it is. The row comes first, or a sweep could take the file for garbage.</summary>
    public void Keep(ReceivedFile file)
    {
        var place = PlaceOf(file.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(file.Path, place, overwrite: true);
    }

    /// <summary>Forgets a received file.</summary>
    public static void Discard(ReceivedFile file) => File.Delete(file.Path);

    /// <summary>Opens a content after reading it whole: null where it is gone, or its bytes are not those that came in.</summary>
    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var place = PlaceOf(sha256);
        if (!File.Exists(place))
            return null;
        var content = new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Piece, useAsync: true);
        if (Convert.ToHexString(await SHA256.HashDataAsync(content, cancellationToken)) == sha256)
        {
            content.Position = 0;
            return content;
        }
        await content.DisposeAsync();
        return null;
    }

    /// <summary>Whether a content of this size lies there; its bytes are not read.</summary>
    public bool Holds(string sha256, long size) => new FileInfo(PlaceOf(sha256)) is { Exists: true } file && file.Length == size;

    /// <summary>Removes a content unless somebody turns out to need it after all.</summary>
    /// <param name="isNeeded">Asked when the content is already out of its place: whoever needs it has a row by then, or will put it back himself.</param>
    public async Task RemoveAsync(string sha256, Func<Task<bool>> isNeeded)
    {
        var place = PlaceOf(sha256);
        if (!File.Exists(place))
            return;
        var aside = Path.Combine(Directory.CreateDirectory(Path.Combine(options.Folder, Incoming)).FullName, Path.GetRandomFileName());
        File.Move(place, aside);
        if (await isNeeded() && !File.Exists(place))
            File.Move(aside, place);
        else
            File.Delete(aside);
    }

    /// <summary>Removes what broke off on its way in.</summary>
    public void RemoveUnfinished(DateTimeOffset before)
    {
        var folder = new DirectoryInfo(Path.Combine(options.Folder, Incoming));
        if (folder.Exists)
            foreach (var file in folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime))
                file.Delete();
    }

    private string PlaceOf(string sha256) => Path.Combine(options.Folder, sha256[..2], sha256);
}
