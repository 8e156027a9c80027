using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using WorkflowAccountability.Web.Start;
using WorkflowAccountability.Web.Tests.Site;

namespace WorkflowAccountability.Web.Tests.Operations;

/// <summary>The keys of cookies and forms under a certificate, as a site is started with one.</summary>
public sealed class KeyProtectionTests : IDisposable
{
    private const string Password = "p12-9fK3";

    private readonly DirectoryInfo data = RunningSite.NewFolder();

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task The_keys_lie_encrypted_and_every_start_with_the_certificate_reads_the_cookies_of_the_one_before()
    {
        string[] settings = ["--key-certificate", Certificate(), "--key-certificate-password", Password];
        string cookie;
        await using (var first = await RunningSite.StartAsync(data, settings: settings))
        {
            using var official = first.Browser();
            var signedIn = await official.SignInAsync("gov-ma");
            cookie = signedIn.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("accountability=", StringComparison.Ordinal)).Split(';')[0];
            var keys = await first.ReadAsync(db => db.DataProtectionKeys.Select(key => key.Xml).ToListAsync());
            keys.ShouldNotBeEmpty();
            keys.ShouldAllBe(xml => xml!.Contains("EncryptedData", StringComparison.Ordinal) && !xml.Contains("<masterKey", StringComparison.Ordinal));
        }

        await using var second = await RunningSite.StartAsync(data, settings: settings);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = second.Address };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await client.GetAsync(new Uri("/cases", UriKind.Relative));

        ((int)answer.StatusCode).ShouldBe(200, "who is signed in stays so");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_cannot_be_opened_or_is_not_there_stops_the_start_with_its_name(bool exists)
    {
        var file = exists ? Certificate() : Path.Combine(data.FullName, "missing.pfx");

        var refusal = await Should.ThrowAsync<StartRefusedException>(() =>
            RunningSite.StartAsync(data, settings: ["--key-certificate", file, "--key-certificate-password", "wrong"]));

        refusal.Message.ShouldContain(file);
    }

    private string Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(10));
        var file = Path.Combine(data.FullName, "keys.pfx");
        File.WriteAllBytes(file, made.Export(X509ContentType.Pkcs12, Password));
        return file;
    }
}
