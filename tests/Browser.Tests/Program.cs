using WorkflowAccountability.Browser.Tests.Pages;
using WorkflowAccountability.Browser.Tests.Sites;

// Takes a picture of every kind of page, in both languages, on a desk and on a phone: screenshots [--out DIR]
if (Chromium.Path is null)
{
    Console.Error.WriteLine(BrowserFactAttribute.Missing);
    return 1;
}
var folder = Directory.CreateDirectory(args is ["--out", var named] ? named : Path.Combine(".artifacts", "screenshots"));
await using var prefecture = await Prefecture.FoundAsync();
var wrong = 0;
foreach (var language in new[] { "zh-CN", "en" })
    foreach (var (device, window) in new[] { ("desk", new Window(language)), ("phone", Window.Phone(language)) })
        foreach (var person in Visit.All.GroupBy(visit => visit.Person))
        {
            await using var official = person.Key is { } name
                ? await prefecture.Site.SignedInAsync(name, window) : await Official.OpenAsync(prefecture.Site.Address, window);
            foreach (var visit in person)
            {
                var status = await official.GoAsync(await visit.Path(prefecture));
                var file = Path.Combine(folder.FullName, $"{visit.Name}.{language}.{device}.png");
                await official.Page.ScreenshotAsync(new() { Path = file });
                Console.WriteLine($"{status} {file}");
                wrong += status == visit.Status ? 0 : 1;
            }
        }
if (wrong > 0)
    Console.Error.WriteLine($"{wrong} pages answered otherwise than they should.");
return wrong == 0 ? 0 : 1;
