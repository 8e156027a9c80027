using WorkflowAccountability.Procedure.Documents;

namespace WorkflowAccountability.Web.Start;

/// <summary>How the site is started: <c>--data DIR</c>, <c>--database CONNECTION</c>, <c>--workflows DIR</c>, <c>--demo true</c>, <c>--example true</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>Where the SQLite database lies unless a database is named.</summary>
    public string Data { get; init; } = "data";

    /// <summary>A connection string: <c>Host=…</c> is PostgreSQL, <c>Server=…</c> SQL Server, <c>Data Source=…</c> SQLite.</summary>
    public string? Database { get; init; }

    /// <summary>The folder of the shipped definitions.</summary>
    public string Workflows { get; init; } = Path.Combine(AppContext.BaseDirectory, "workflows");

    /// <summary>The folder of the designer's package; where it is missing its page says so.</summary>
    public string Studio { get; init; } = Path.Combine(AppContext.BaseDirectory, "studio");

    /// <summary>Whether invented officials are loaded.</summary>
    public bool Demo { get; init; }

    /// <summary>Whether a demonstration begins with a worked example; a harness that plays cases of its own begins without.</summary>
    public bool Example { get; init; }

    /// <summary>What a collector of metrics must carry as <c>Authorization: Bearer …</c>; without it only administrators read them. Option <c>--metrics-token</c>.</summary>
    [ConfigurationKeyName("metrics-token")]
    public string? MetricsToken { get; init; }

    /// <summary>A PKCS#12 file whose certificate encrypts the keys of cookies and forms in the database. Option <c>--key-certificate</c>.</summary>
    [ConfigurationKeyName("key-certificate")]
    public string? KeyCertificate { get; init; }

    /// <summary>The password of that file. Option <c>key-certificate-password</c>, better in the environment than on the command line.</summary>
    [ConfigurationKeyName("key-certificate-password")]
    public string? KeyCertificatePassword { get; init; }

    /// <summary>The proxies whose word is taken for who asks and whether he came by TLS: addresses and networks, separated by commas. Option <c>--known-proxies</c>.</summary>
    [ConfigurationKeyName("known-proxies")]
    public string? KnownProxies { get; init; }

    /// <summary>The most megabytes of an uploaded file (<c>--upload-limit MB</c>).</summary>
    [ConfigurationKeyName("upload-limit")]
    public int UploadLimit { get; init; } = DocumentOptions.DefaultMegabytes;

    /// <summary>Where uploaded files lie.</summary>
    public DocumentOptions Documents => new(Path.GetFullPath(Path.Combine(Data, "files")), (long)UploadLimit << 20);

    /// <summary>Whether this node sweeps: reminds, sends, reconciles. A harness that moves the clock sweeps itself.</summary>
    public bool Jobs { get; init; } = true;

    /// <summary>The connection string in force.</summary>
    public string Connection => Database ?? $"Data Source={Path.Combine(Data, "accountability.db")}";
}
