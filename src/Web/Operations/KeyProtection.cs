using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using WorkflowAccountability.Web.Start;

namespace WorkflowAccountability.Web.Operations;

/// <summary>The keys of cookies and forms lie in the database, where every node finds them; a certificate keeps them from whoever reads a backup.</summary>
internal static class KeyProtection
{
    public static IDataProtectionBuilder ProtectWith(this IDataProtectionBuilder keys, SiteOptions options)
    {
        if (options.KeyCertificate is not { } file)
            return keys;
        try
        {
            return keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, options.KeyCertificatePassword));
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            throw new StartRefusedException($"The certificate {file} cannot be used: {fault.Message} Check the file, its password and who may read it.");
        }
    }
}
