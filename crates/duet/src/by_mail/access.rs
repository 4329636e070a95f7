//! Who may come in by mail: whoever reads it.

use crate::sign_in::access::ENTRANCE;

kit::doors! {
    GET "/sign-in" See ENTRANCE,
    POST "/sign-in" Write ENTRANCE,
    GET "/sign-in/code" See ENTRANCE,
    POST "/sign-in/code" Write ENTRANCE,
    POST "/sign-in/paper" Write ENTRANCE,
    GET "/sign-in/mail/{link}" See ENTRANCE,
    POST "/sign-in/mail/{link}" Write ENTRANCE,
}
