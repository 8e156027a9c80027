using WorkflowAccountability.Browser.Tests.Pages;
using WorkflowAccountability.Browser.Tests.Sites;

// Takes a picture of every kind of page, in both languages, on a desk and on a phone: screenshots [--out DIR]
// Or the named ones alone: screenshots [--out DIR] NAME …
// Or anew the few that the README shows, small, in Chinese: screenshots --readme DIR
if (Chromium.Path is null)
{
    Console.Error.WriteLine(BrowserFactAttribute.Missing);
    return 1;
}
string[] shown = ["inbox", "work-item", "case", "case-diagram", "board"];
var forReadme = args is ["--readme", _];
var (folder, names) = args is ["--out" or "--readme", var named, .. var rest] ? (Directory.CreateDirectory(named), rest) : (Directory.CreateDirectory(Path.Combine(".artifacts", "screenshots")), args);
string[] languages = forReadme ? ["zh-CN"] : ["zh-CN", "en"];
var wrong = 0;
foreach (var language in languages)
    foreach (var (device, window) in new[] { ("desk", new Window(language)), ("phone", Window.Phone(language)) })
        foreach (var person in Visit.All.Where(visit => names.Length == 0 || names.Contains(visit.Name))
            .Where(visit => !forReadme || (shown.Contains(visit.Name) && (device == "desk" || visit.Name == shown[0]))).GroupBy(visit => (visit.Person, visit.IsLater)))
        {
            var prefecture = await person.First().Place;
            await using var official = person.Key.Person is { } name
                ? await prefecture.Site.SignedInAsync(name, window) : await Official.OpenAsync(prefecture.Site.Address, window);
            foreach (var visit in person)
            {
                var status = await official.GoAsync(await visit.Path(prefecture));
                foreach (var form in visit.Sends)
                    await form.SendAsync(official.Page);
                var file = Path.Combine(folder.FullName, forReadme ? $"{visit.Name}.{device}.jpg" : $"{visit.Name}.{language}.{device}.png");
                await official.Page.ScreenshotAsync(forReadme
                    ? new() { Path = file, Type = Microsoft.Playwright.ScreenshotType.Jpeg, Quality = 72 } : new() { Path = file });
                Console.WriteLine($"{status} {file}");
                wrong += status == visit.Status ? 0 : 1;
            }
        }
if (wrong > 0)
    Console.Error.WriteLine($"{wrong} pages answered otherwise than they should.");
return wrong == 0 ? 0 : 1;
