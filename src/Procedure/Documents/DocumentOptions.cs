namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Where files lie and how large one may be.</summary>
/// <param name="Folder">The folder of the store; made when it is missing.</param>
/// <param name="MostBytes">The most bytes of one file.</param>
public sealed record DocumentOptions(string Folder, long MostBytes)
{
    /// <summary>The limit that a site has unless it says otherwise.</summary>
    public const int DefaultMegabytes = 50;

    private const int FilesInOneForm = 5;

    /// <summary>The limit in MB, as people are told.</summary>
    public long Megabytes => MostBytes >> 20;

    /// <summary>The most bytes of one request: a form may carry several files, and some text.</summary>
    public long MostBytesOfRequest => (FilesInOneForm * MostBytes) + (8L << 20);
}
