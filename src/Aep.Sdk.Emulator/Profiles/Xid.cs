using System.Buffers.Text;
using System.Text;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>The platform's own id of an identity: namespace and value in one URL-safe word.</summary>
internal static class Xid
{
    private const char Separator = '\n';

    public static string Encode(ProfileKey key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{key.Namespace}{Separator}{key.Identity}"));

    /// <returns>The identity; null if the text is no such id.</returns>
    public static ProfileKey? Decode(string xid)
    {
        if (xid.Length == 0 || !Base64Url.IsValid(xid))
            return null;
        string text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(xid));
        int place = text.IndexOf(Separator);
        return place > 0 && place < text.Length - 1 ? new ProfileKey(text[..place], text[(place + 1)..]) : null;
    }
}
