using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Blobs as files: a folder a container, slashes in names are folders. A blob is there whole or not at all.</summary>
internal sealed class BlobStore
{
    private readonly DataFolder _folder;
    private readonly WriteOrder _order;
    private readonly DetailFiles _details;

    public BlobStore(DataFolder folder, TimeProvider time)
    {
        (_folder, _order, _details) = (folder, new WriteOrder(time), new DetailFiles(folder));
        // What a platform that was killed has left: nobody will finish it.
        foreach (string file in Directory.EnumerateFiles(folder.Subfolder("landing-zone", "uploads")))
            File.Delete(file);
    }

    public const string UserContainer = "dlz-user-container";
    public const string DestinationContainer = "dlz-destination";

    public static bool ContainerExists(string container) => container is UserContainer or DestinationContainer;

    /// <summary>Raised with account, container and name after a blob was written.</summary>
    public event Action<string, string, string>? Written;

    public StoredBlob? Find(string account, string container, string name)
    {
        var file = new FileInfo(PathOf(account, container, name));
        return file.Exists ? Describe(name, file) : null;
    }

    /// <summary>The blobs whose names begin with a prefix, in the order of their names.</summary>
    public IReadOnlyList<StoredBlob> List(string account, string container, string prefix)
    {
        var root = new DirectoryInfo(ContainerFolder(account, container));
        return [.. root.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => Describe(BlobPath.NameOf(root.FullName, file.FullName), file))
            .Where(blob => blob.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(blob => blob.Name, StringComparer.Ordinal)];
    }

    /// <param name="account">The account.</param>
    /// <param name="container">The container.</param>
    /// <param name="name">The blob.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="check">Looks at the blob that is there, in one step with the writing; throws to keep it.</param>
    /// <param name="cancellationToken">Gives up; the blob stays as it was.</param>
    /// <param name="detailsOf">What is to be kept about it, asked when all of the content has come.</param>
    public async Task<StoredBlob> WriteAsync(
        string account, string container, string name, Stream content, Action<StoredBlob?>? check, CancellationToken cancellationToken,
        Func<BlobDetails>? detailsOf = null)
    {
        string temporary = TemporaryFile();
        try
        {
            await CopyAsync(content, temporary, cancellationToken);
            return Publish(account, container, name, temporary, check, detailsOf?.Invoke());
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Makes one blob of several files, in the order given.</summary>
    public async Task<StoredBlob> JoinAsync(
        string account, string container, string name, IReadOnlyList<string> parts, Action<StoredBlob?>? check,
        CancellationToken cancellationToken,
        BlobDetails? details = null)
    {
        string temporary = TemporaryFile();
        try
        {
            await using (FileStream target = File.Create(temporary))
            {
                foreach (string part in parts)
                {
                    await using FileStream source = File.OpenRead(part);
                    await source.CopyToAsync(target, cancellationToken);
                }
            }
            return Publish(account, container, name, temporary, check, details);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <param name="account">The account.</param>
    /// <param name="container">The container.</param>
    /// <param name="name">The blob.</param>
    /// <param name="check">Looks at the blob, in one step with the deletion; throws to keep it.</param>
    /// <returns>False when there was none.</returns>
    public bool Delete(string account, string container, string name, Action<StoredBlob>? check = null)
    {
        string file = PathOf(account, container, name);
        lock (_order.GateOf(file))
        {
            if (Find(account, container, name) is not { } blob)
                return false;
            check?.Invoke(blob);
            File.Delete(file);
            _details.Delete(file);
            return true;
        }
    }

    /// <summary>What was said about a blob when it was written.</summary>
    public BlobDetails DetailsOf(StoredBlob blob) => _details.Read(blob);

    /// <summary>Says something else about a blob, which makes it a new version.</summary>
    /// <returns>Null when there is no blob.</returns>
    public StoredBlob? Describe(
        string account, string container, string name, Action<StoredBlob> check, Func<BlobDetails, BlobDetails> change)
    {
        string file = PathOf(account, container, name);
        lock (_order.GateOf(file))
        {
            if (Find(account, container, name) is not { } blob)
                return null;
            check(blob);
            BlobDetails details = change(_details.Read(blob));
            File.SetLastWriteTimeUtc(file, _order.NextTime());
            blob = Describe(name, new FileInfo(file));
            _details.Write(blob, details);
            return blob;
        }
    }

    /// <summary>A place for a file that a service is about to make into a blob with <see cref="Publish"/>.</summary>
    public string TemporaryFile() => Path.Combine(_folder.Subfolder("landing-zone", "uploads"), Guid.NewGuid().ToString("N"));

    /// <summary>Makes a finished file a blob, in one step.</summary>
    public StoredBlob Publish(
        string account, string container, string name, string file, Action<StoredBlob?>? check = null, BlobDetails? details = null)
    {
        string target = PathOf(account, container, name);
        StoredBlob blob;
        lock (_order.GateOf(target))
        {
            check?.Invoke(Find(account, container, name));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Before the move: whoever lists the folder meanwhile must not see one blob with two ETags, and take it for two.
            File.SetLastWriteTimeUtc(file, _order.NextTime());
            File.Move(file, target, overwrite: true);
            blob = Describe(name, new FileInfo(target));
            _details.Write(blob, details ?? BlobDetails.None);
        }
        Written?.Invoke(account, container, name);
        return blob;
    }

    /// <summary>Makes a blob a file again, in one step.</summary>
    public void Withdraw(string account, string container, string name, string file)
    {
        string place = PathOf(account, container, name);
        lock (_order.GateOf(place))
        {
            File.Move(place, file);
            _details.Delete(place);
        }
    }

    /// <summary>Opens a blob for reading. What is written meanwhile does not change what is read.</summary>
    /// <returns>Null when there is none.</returns>
    public (StoredBlob Blob, FileStream Content)? Open(string account, string container, string name)
    {
        string file = PathOf(account, container, name);
        lock (_order.GateOf(file))
        {
            return Find(account, container, name) is { } blob
                ? (blob, new FileStream(
                    file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true))
                : null;
        }
    }

    private static async Task CopyAsync(Stream content, string file, CancellationToken cancellationToken)
    {
        await using FileStream target = File.Create(file);
        await content.CopyToAsync(target, cancellationToken);
    }

    private static StoredBlob Describe(string name, FileInfo file) => new(name, file.FullName, file.Length, file.LastWriteTimeUtc);

    private string ContainerFolder(string account, string container) => _folder.Subfolder("landing-zone", account, container);

    private string PathOf(string account, string container, string name)
    {
        if (name.Length is 0 or > 1024 || name.Split('/').Any(segment => segment.Length == 0))
            throw BlobErrors.InvalidName(name);
        return Path.Combine([ContainerFolder(account, container), .. BlobPath.Of(name)]);
    }
}
